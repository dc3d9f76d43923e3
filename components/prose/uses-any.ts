import type { Nodes } from "hast";

/** Whether a text has elements by one of these names. */
export function usesAny(node: Nodes, names: Readonly<Record<string, unknown>>): boolean {
  if (node.type === "element" && Object.hasOwn(names, node.tagName)) return true;
  return "children" in node && node.children.some((child) => usesAny(child, names));
}
