import type { Root } from "hast";
import { visit } from "unist-util-visit";
import type { Placed, Report } from "./problems";

/** A link to a page of the site, or to a part of the same page. */
export interface Link {
  readonly href: string;
  readonly at: Placed;
}

const PROTOCOLS = ["http:", "https:", "mailto:", "tel:"];

/** Every link within the site; those that no page may have are reported. */
export function collectLinks(tree: Root, report: Report): Link[] {
  const links: Link[] = [];
  visit(tree, "element", (node) => {
    const isDrawn = node.tagName === "use" || node.tagName === "textPath";
    for (const value of [node.properties.href, node.properties.xLinkHref, node.properties.cite]) {
      if (typeof value !== "string") continue;
      // The place outlives the tree's positions.
      const at = { position: node.position };
      const refusal =
        isDrawn && !value.startsWith("#")
          ? "may only name a part of the same page, as #name does"
          : refuse(value);
      if (refusal !== undefined) report(`the link ${JSON.stringify(value)} ${refusal}.`, at);
      else if (/^[/#]/.test(value)) links.push({ href: value, at });
    }
  });
  return links;
}

function refuse(href: string): string | undefined {
  // Browsers skip these before they read the protocol.
  const bare = href.replaceAll(/[\p{Cc} ]/gu, "");
  const protocol = /^[a-z][a-z0-9+.-]*:/i.exec(bare)?.[0].toLowerCase();
  if (protocol !== undefined) {
    if (PROTOCOLS.includes(protocol)) return undefined;
    return `begins with ${protocol}, and only ${PROTOCOLS.join(", ")} are followed`;
  }
  if (/^[/\\]{2}|^\/\\/.test(bare)) return "leaves the protocol open: write https://";
  if (/^[/#]/.test(bare)) return undefined;
  return "is relative to a page, and feeds have none: begin it with / or https://";
}
