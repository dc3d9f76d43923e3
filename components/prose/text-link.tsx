import type { ComponentProps } from "react";
import { at } from "@/lib/site/address";

/** A link in a text: to a page of the site, a place on this page, or elsewhere. */
export function TextLink({ href, children, ...rest }: ComponentProps<"a">) {
  return (
    <a href={href && at(href)} {...rest}>
      {children}
    </a>
  );
}
