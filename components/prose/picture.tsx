import type { ComponentProps } from "react";
import { at } from "@/lib/site/address";

/** A picture of the site's own, as large as its file says. */
export function Picture({ src, alt = "", ...rest }: ComponentProps<"img">) {
  return <img src={typeof src === "string" ? at(src) : src} alt={alt} {...rest} />;
}
