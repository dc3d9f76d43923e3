import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import type { Report } from "./problems";

/** A mark without its note would stand in the text as `[^name]`, and a note without a mark nowhere. */
export function checkNotes(tree: Root, report: Report): void {
  const used = new Set<string>();
  visit(tree, (node) => {
    if (node.type === "footnoteReference") used.add(node.identifier);
  });
  visit(tree, (node) => {
    if (node.type === "text") {
      for (const [mark] of node.value.matchAll(/\[\^[^\]\s]+\]/g)) {
        report(
          `${mark}: there is no note of that name. Write one as ${mark}: on a line of its own.`,
          node,
        );
      }
    } else if (node.type === "footnoteDefinition" && !used.has(node.identifier)) {
      report(`[^${node.label ?? node.identifier}]: nothing in the text leads to this note.`, node);
    }
  });
}
