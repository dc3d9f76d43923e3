import { SiteLink } from "./site-link";

interface CreditsProps {
  readonly entries: readonly {
    readonly role: string;
    readonly name: string;
    readonly href?: string;
  }[];
}

/** Who did what, set as personnel are on a sleeve. */
export function Credits({ entries }: CreditsProps) {
  return (
    <dl className="credits">
      {entries.map(({ role, name, href }) => (
        <div key={role} className="credit">
          <dt>{role}</dt>
          <dd>
            {href ? (
              <SiteLink className="link" href={href}>
                {name}
              </SiteLink>
            ) : (
              name
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
