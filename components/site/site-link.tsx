import type { ReactNode } from "react";
import { at } from "@/lib/site/address";

interface SiteLinkProps {
  /** A path of the site's own, or an address elsewhere. */
  readonly href: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly "aria-current"?: "page" | undefined;
}

/** A plain link, wherever the site lies; `PageManners` has those to its own pages change the page in place. */
export function SiteLink({ href, children, ...rest }: SiteLinkProps) {
  return (
    <a href={at(href)} {...rest}>
      {children}
    </a>
  );
}
