import type { Nodes } from "mdast";

/** `<Figure>` on lines of its own, or `<kbd>` in a line of text. */
export type JsxElement = Extract<Nodes, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

/** `{…}` */
export type Expression = Extract<Nodes, { type: "mdxFlowExpression" | "mdxTextExpression" }>;

export type Attribute = JsxElement["attributes"][number];

export function isJsx(node: Nodes): node is JsxElement {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

export function isExpression(node: Nodes): node is Expression {
  return node.type === "mdxFlowExpression" || node.type === "mdxTextExpression";
}

export function isComment(node: Expression): boolean {
  return node.data?.estree?.body.length === 0;
}

export function isBlank(node: Nodes): boolean {
  return node.type === "text" && node.value.trim() === "";
}
