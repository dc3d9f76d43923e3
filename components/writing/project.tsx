import { SiteLink } from "@/components/site/site-link";
import type { ProjectFacts } from "@/lib/content/project-facts";

/** One project, whole. */
export function Project({ role, years, name, line, text, href }: ProjectFacts) {
  return (
    <section className="side work">
      <div className="side-label">
        <p className="caps">{role}</p>
        <p className="work-years tabular">{years}</p>
      </div>
      <div className="side-matter">
        <h2 className="display work-name">{name}</h2>
        <div className="lead notes work-text">
          <p>{line}</p>
          {text && <p>{text}</p>}
          {href && (
            <p className="more">
              <SiteLink className="link" href={href}>
                {nameAddress(href)}
              </SiteLink>
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

/** An address as it is read out: without what every one of them begins with. */
function nameAddress(href: string): string {
  return href.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}
