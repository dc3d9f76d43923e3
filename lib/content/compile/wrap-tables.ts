import type { Element, Parents, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/**
 * Puts each table into a region of its own that scrolls, named by its caption, by that of the figure
 * around it, or by the heading above it.
 *
 * @param fallback the name of a table that nothing names
 */
export function wrapTables(tree: Root, fallback: string): void {
  const names = new Map<string, number>();
  let heading = fallback;

  /** Two regions of one name could not be told apart. */
  const number = (name: string) => {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return count > 1 ? `${name}, ${count}` : name;
  };

  const wrapIn = (parent: Parents, figure: string | undefined) => {
    for (const [index, child] of parent.children.entries()) {
      if (child.type !== "element") continue;
      if (/^h[2-6]$/.test(child.tagName)) heading = toString(child);
      if (child.tagName === "table") {
        const name = findCaption(child, "caption") ?? figure ?? heading;
        alignCells(child);
        parent.children[index] = wrap(child, number(name));
      } else {
        wrapIn(child, findCaption(child, "figcaption") ?? figure);
      }
    }
  };
  wrapIn(tree, undefined);
}

function findCaption({ children }: Element, tagName: string): string | undefined {
  const caption = children.find((child) => child.type === "element" && child.tagName === tagName);
  return caption?.type === "element" ? toString(caption) : undefined;
}

/** React would make a style attribute of `align`, which the Content-Security-Policy forbids. */
function alignCells(table: Element): void {
  visit(table, "element", ({ properties }) => {
    const { align } = properties;
    if (typeof align !== "string") return;
    delete properties.align;
    properties.dataAlign = align;
  });
}

function wrap(table: Element, name: string): Element {
  return {
    type: "element",
    tagName: "div",
    // What scrolls has to be reached by keyboard.
    properties: { role: "region", ariaLabel: name, tabIndex: 0, dataTable: "" },
    children: [table],
  };
}
