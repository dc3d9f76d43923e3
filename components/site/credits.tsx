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
    <dl className="max-w-[38rem] font-sans text-[0.9375rem]">
      {entries.map(({ role, name, href }) => (
        <div key={role} className="grid grid-cols-[min(9rem,38%)_minmax(0,1fr)] gap-x-4 py-1">
          <dt className="text-muted">{role}</dt>
          <dd className="font-semibold break-words">
            {href ? (
              <a className="link" href={href}>
                {name}
              </a>
            ) : (
              name
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
