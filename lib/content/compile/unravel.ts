import type { Nodes, Parents, PhrasingContent } from "mdast";
import { PHRASING, TEXT_ONLY } from "./element-names";
import { isBlank, isComment, isExpression, isJsx } from "./jsx-nodes";
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
  for (const child of parent.children) {
    if ("children" in child) unravelIn(child, isSvg, report);
  }
  const holdsText = isJsx(parent) && isTextual(parent.name ?? "");
  const paragraphs = parent.children.filter((child) => child.type === "paragraph").length;
  if (holdsText && !isSvg && parent.children.length > 1 && paragraphs > 0) {
    report(`<${parent.name}> holds one line of text; close it before the blank line.`, parent);
  }
  const children: Nodes[] = parent.children.flatMap((child): Nodes[] => {
    if (isExpression(child) && isComment(child)) return [];
    if (child.type !== "paragraph") return [child];
    if (child.children.every((inner) => isBlank(inner))) return [];
    if (isSvg) return child.children.filter((inner) => !isLayout(inner));
    if (holdsText) return child.children;
    return isRavelled(child.children) ? child.children.filter((inner) => !isBlank(inner)) : [child];
  });
  Object.assign(parent, { children });
}

function isTextual(name: string): boolean {
  return PHRASING.has(name) || TEXT_ONLY.has(name);
}

/** Nothing but JSX, of which something is no part of a line of text. */
function isRavelled(children: readonly PhrasingContent[]): boolean {
  const filled = children.filter((child) => !isBlank(child));
  return (
    filled.every((child) => isJsx(child)) &&
    filled.some((child) => isJsx(child) && !PHRASING.has(child.name ?? ""))
  );
}

/** Between two parts of a drawing's text a space is a space; a line's end is the author's indentation. */
function isLayout(node: Nodes): boolean {
  return node.type === "text" && node.value.trim() === "" && node.value.includes("\n");
}
