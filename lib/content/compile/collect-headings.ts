import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import type { Heading } from "@/lib/content/model";
import type { Report } from "./problems";
import { readText } from "./read-text";

/** The headings that can be linked to. The one of the footnotes is none of the author's. */
export function collectHeadings(tree: Root, report: Report): Heading[] {
  const headings: Heading[] = [];
  visit(tree, "element", (node) => {
    if (node.properties.dataFootnotes) return SKIP;
    if (node.tagName === "h1") {
      report("A heading with one #: the title of the post is its only h1. Begin with ##.", node);
    }
    const depth = node.tagName === "h2" ? 2 : node.tagName === "h3" ? 3 : undefined;
    if (depth !== undefined) headings.push({ depth, id: readId(node), text: readText(node) });
    return undefined;
  });
  return headings;
}

/** Of `main`, in components/site/shell.tsx. */
const PAGES_OWN = "text";

/** All ids of a page. One that is there twice is reported. */
export function collectIds(tree: Root, report: Report): Set<string> {
  const ids = new Set<string>();
  visit(tree, "element", (node) => {
    const id = readId(node);
    if (id === "") return;
    if (id === PAGES_OWN) report(`id="${id}" is that of the page: say it in other words.`, node);
    if (ids.has(id)) report(`id="${id}" is there twice.`, node);
    ids.add(id);
  });
  return ids;
}

function readId(node: Element): string {
  const { id } = node.properties;
  return id === undefined || id === null ? "" : String(id);
}
