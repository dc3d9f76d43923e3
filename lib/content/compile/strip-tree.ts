import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** Between the parts of these a line's end says nothing. */
const CONTAINERS = new Set([
  "aside",
  "blockquote",
  "dl",
  "figure",
  "ol",
  "section",
  "table",
  "tbody",
  "thead",
  "tr",
  "ul",
]);

/** Leaves of a tree what is shown: every page carries it, and where things stood in a file it need not. */
export function stripTree(tree: Root): void {
  visit(tree, (node) => {
    delete node.position;
    delete node.data;
    if (node.type !== "root" && !(node.type === "element" && holdsBlocks(node))) return;
    Object.assign(node, {
      children: node.children.filter((child) => child.type !== "text" || child.value.trim() !== ""),
    });
  });
}

function holdsBlocks({ tagName, children }: Element): boolean {
  if (CONTAINERS.has(tagName)) return true;
  return tagName === "li" && children.some((child) => "tagName" in child && child.tagName === "p");
}
