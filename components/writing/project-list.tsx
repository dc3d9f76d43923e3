import { SiteLink } from "@/components/site/site-link";
import type { ProjectFacts } from "@/lib/content/project-facts";

/** Projects as the personnel of a record: role, name, and what it is. */
export function ProjectList({ projects }: { readonly projects: readonly ProjectFacts[] }) {
  return (
    <ul className="projects">
      {projects.map(({ role, name, line, href }) => (
        <li key={name} className="project">
          <p className="caps project-role">{role}</p>
          <p className="project-name">
            {href ? (
              <SiteLink className="link" href={href}>
                {name}
              </SiteLink>
            ) : (
              name
            )}
          </p>
          <p className="project-line">{line}</p>
        </li>
      ))}
    </ul>
  );
}
