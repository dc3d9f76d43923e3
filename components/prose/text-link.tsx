import type { ComponentProps } from "react";
import { SiteLink } from "@/components/site/site-link";

/** A link in a text: to a page of the site, a place on this page, or elsewhere. */
export function TextLink({ href = "", children, ...rest }: ComponentProps<"a">) {
  if (href.startsWith("/")) return <SiteLink href={href}>{children}</SiteLink>;
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  );
}
