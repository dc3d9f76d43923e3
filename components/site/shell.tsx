import type { ReactNode } from "react";
import { strings } from "@/lib/site/strings";
import { NavLink } from "./nav-link";
import { SiteLink } from "./site-link";
import { ThemeButton } from "./theme-button";

const { nav } = strings;

const WAYS = [
  { href: "/writing", text: nav.writing },
  { href: "/projects", text: nav.projects },
  { href: "/uses", text: nav.uses },
  { href: "/listening", text: nav.listening },
];

interface ShellProps {
  readonly name: string;
  readonly tools?: ReactNode;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** What every page wears: a name at the top, the music at the foot, and room between them. */
export function Shell({ name, tools, footer, children }: ShellProps) {
  return (
    <div className="page">
      <a href="#text" className="page-skip">
        {strings.skipToContent}
      </a>
      <header className="page-head">
        <SiteLink className="page-name" href="/">
          {name}
        </SiteLink>
        <nav className="page-ways" aria-label={nav.label}>
          {WAYS.map(({ href, text }) => (
            <NavLink key={href} href={href}>
              {text}
            </NavLink>
          ))}
        </nav>
        <div className="page-tools">
          {tools}
          <ThemeButton words={{ dark: nav.dark, light: nav.light }} />
        </div>
      </header>
      <main id="text" className="page-text">
        {children}
      </main>
      {footer}
    </div>
  );
}
