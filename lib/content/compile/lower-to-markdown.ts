import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import { isComment, isExpression, isJsx } from "./jsx-nodes";
import type { Expression, JsxElement } from "./jsx-nodes";

/**
 * A post as plain Markdown, as its author wrote it: only what is JSX is said otherwise.
 *
 * @param text the source that the positions of the tree count in
 */
export function lowerToMarkdown(text: string, tree: Root): string {
  return `${write(text, tree.children, 0, text.length).trim()}\n`;
}

/** The source from one place to another, with the JSX among the nodes lowered. */
function write(text: string, nodes: readonly Nodes[], start: number, end: number): string {
  let written = "";
  let at = start;
  for (const node of nodes.flatMap((child) => findForeign(child))) {
    const lowered = isJsx(node) ? lower(text, node) : "";
    written += text.slice(at, startOf(node)) + lowered;
    at = endOf(node);
    // What leaves no text leaves no gap either.
    if (lowered === "" && node.type.includes("Flow"))
      at += /^\n*/.exec(text.slice(at))?.[0].length ?? 0;
  }
  return written + text.slice(at, end);
}

function findForeign(node: Nodes): (JsxElement | Expression)[] {
  if (isJsx(node)) return [node];
  if (isExpression(node)) return isComment(node) ? [node] : [];
  return "children" in node ? node.children.flatMap((child: Nodes) => findForeign(child)) : [];
}

function lower(text: string, node: JsxElement): string {
  const inner = writeInner(text, node);
  const read = (name: string) => readAttribute(node, name);
  switch (node.name) {
    case "svg": {
      const title = findTitle(node) ?? read("aria-label") ?? read("ariaLabel");
      return title ? `[${title}]` : "";
    }
    case "Figure": {
      const caption = read("caption");
      return caption ? `${inner}\n\n_${caption}_` : inner;
    }
    case "Callout": {
      const label = read("label");
      return quote(label ? `**${label}**\n\n${inner}` : inner);
    }
    case "code":
    case "kbd":
    case "samp":
      return `\`${inner}\``;
    case "a":
      return `[${inner}](${read("href") ?? ""})`;
    case "img":
      return `![${read("alt") ?? ""}](${read("src") ?? ""})`;
    case "em":
      return `_${inner}_`;
    case "strong":
      return `**${inner}**`;
    case "figcaption":
      return `\n_${inner}_`;
    // Markdown has no lists of terms; a list of what is said of each comes next to it.
    case "dt":
      return `- **${inner}**`;
    case "dd":
      return `  ${inner.replaceAll("\n", "\n  ")}`;
    default:
      return inner;
  }
}

function writeInner(text: string, node: JsxElement): string {
  const [first] = node.children;
  const last = node.children.at(-1);
  if (first === undefined || last === undefined) return "";
  const start = startOf(first);
  const indent = node.type === "mdxJsxFlowElement" ? " ".repeat(columnOf(first) - 1) : "";
  return dedent(indent + write(text, node.children, start, endOf(last)));
}

/** Takes away what all lines are indented by. */
function dedent(text: string): string {
  const lines = text.split("\n");
  const depths = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const depth = Math.min(...depths, text.length);
  return lines.map((line) => (line.trim() === "" ? "" : line.slice(depth))).join("\n");
}

function quote(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

function findTitle(node: JsxElement): string | undefined {
  let words: string | undefined;
  visit(node, (child: Nodes) => {
    if (isJsx(child) && child.name === "title") words ??= readWords(child);
  });
  return words;
}

function readWords(node: Nodes): string {
  if ("value" in node) return node.value.trim();
  return "children" in node ? node.children.map((child: Nodes) => readWords(child)).join(" ") : "";
}

function readAttribute(node: JsxElement, name: string): string | undefined {
  const attribute = node.attributes.find(
    (candidate) => candidate.type === "mdxJsxAttribute" && candidate.name === name,
  );
  return typeof attribute?.value === "string" ? attribute.value : undefined;
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

function columnOf(node: Nodes): number {
  return node.position?.start.column ?? 1;
}
