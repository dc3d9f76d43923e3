import type { ComponentProps } from "react";
import { at } from "@/lib/site/address";

/** A picture of the site's own, as large as its file says. */
export function Picture({ src, alt = "", ...rest }: ComponentProps<"img">) {
  // It is as large as its file, which lies beside the page: nothing for the image optimiser.
  // oxlint-disable-next-line nextjs/no-img-element
  return <img src={typeof src === "string" ? at(src) : src} alt={alt} {...rest} />;
}
