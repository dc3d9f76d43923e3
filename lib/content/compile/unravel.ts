import type { Nodes, Parents, PhrasingContent } from "mdast";
import { PHRASING, TEXT_ONLY, TIGHT } from "./element-names";
import { isBlank, isComment, isExpression, isJsx } from "./jsx-nodes";
import type { JsxElement } from "./jsx-nodes";
import type { Report } from "./problems";

/**
 * Takes paragraphs away that MDX puts around JSX: around `<title>…</title>` on a line of its own, and
 * inside of elements that hold text. Drops comments.
 */
export function unravel(tree: Parents, report: Report): void {
  unravelIn(tree, false, report);
}

function unravelIn(parent: Parents, inSvg: boolean, report: Report): void {
  const isSvg = inSvg || (isJsx(parent) && parent.name === "svg");
  const content: Nodes[] = parent.children.filter(
    (child: Nodes) => !(isExpression(child) && isComment(child)),
  );
  for (const child of content) {
    if ("children" in child) unravelIn(child, isSvg, report);
  }
  const children = isSvg
    ? content.flatMap((child) => (child.type === "paragraph" ? unwrapDrawn(child) : [child]))
    : isJsx(parent) && isTextual(parent)
      ? unwrapText(content, parent, report)
      : content.flatMap((child) => (child.type === "paragraph" ? unwrapRavelled(child) : [child]));
  Object.assign(parent, { children });
}

type Paragraph = Extract<Nodes, { type: "paragraph" }>;

/** Between two parts of a drawing's text a space is a space; a line's end is the author's indentation. */
function unwrapDrawn({ children }: Paragraph): Nodes[] {
  return children.filter(
    (child) => !(isBlank(child) && "value" in child && child.value.includes("\n")),
  );
}

function isTextual({ name }: JsxElement): boolean {
  return [PHRASING, TEXT_ONLY, TIGHT].some((names) => names.has(name ?? ""));
}

const BLOCKS = new Set<Nodes["type"]>([
  "blockquote",
  "code",
  "heading",
  "list",
  "paragraph",
  "table",
  "thematicBreak",
]);

function unwrapText(content: readonly Nodes[], parent: JsxElement, report: Report): Nodes[] {
  const [first] = content;
  if (content.length === 1 && first?.type === "paragraph") return first.children;
  if (!TIGHT.has(parent.name ?? "") && content.some((child) => BLOCKS.has(child.type))) {
    report(
      `<${parent.name}> holds a line of text and nothing more: end it before the next block.`,
      parent,
    );
  }
  return [...content];
}

/** A paragraph of nothing but JSX, of which something is no part of a line of text, is none. */
function unwrapRavelled(paragraph: Paragraph): Nodes[] {
  const filled: PhrasingContent[] = paragraph.children.filter((child) => !isBlank(child));
  const isRavelled =
    filled.every((child) => isJsx(child)) &&
    !filled.every((child) => isJsx(child) && PHRASING.has(child.name ?? ""));
  if (isRavelled) return filled;
  return filled.length === 0 ? [] : [paragraph];
}
