import type { Element, Nodes, Root } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";

const INLINE = new Set(
  "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var".split(
    " ",
  ),
);

/** What is read of a page: words without code, drawings and the marks of footnotes. A line per block. */
export function readText(tree: Root | Element): string {
  return collect(tree)
    .split("\n")
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
}

function collect(node: Nodes): string {
  if (node.type === "text") return node.value.replaceAll("\n", " ");
  if (!("children" in node)) return "";
  if (node.type === "element" && isSkipped(node)) return "";
  const text = node.children.map((child) => collect(child)).join("");
  return node.type === "element" && INLINE.has(node.tagName) ? text : `\n${text}\n`;
}

function isSkipped({ tagName, properties }: Element): boolean {
  const isMark =
    "dataFootnoteRef" in properties ||
    "dataFootnoteBackref" in properties ||
    properties.id === "footnote-label";
  return isMark || tagName === "pre" || tagName === "svg";
}

/** @param language BCP 47 tag: not every script parts its words with spaces */
export function countWords(text: string, language: string): number {
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return [...segments].filter((segment) => segment.isWordLike).length;
}

/** Lines of code that are not empty. */
export function countCodeLines(tree: Root): number {
  let count = 0;
  visit(tree, "element", (node) => {
    if (node.tagName !== "pre") return;
    count += toString(node)
      .split("\n")
      .filter((line) => line.trim() !== "").length;
  });
  return count;
}
