import type { ElementContent, Root, RootContent } from "hast";

/** A heading's text with what follows it; before the first heading there is none. */
export interface Part {
  readonly heading?: Root;
  readonly id?: string;
  readonly text: Root;
}

/** Parts a text at its second-level headings, for pages that set these beside it. */
export function splitAtHeadings(tree: Root): readonly Part[] {
  const parts: { heading?: Root; id?: string; text: Root }[] = [];
  for (const node of tree.children) {
    if (node.type === "element" && node.tagName === "h2") {
      const { id } = node.properties;
      parts.push({
        heading: wrap(node.children),
        ...(typeof id === "string" && { id }),
        text: wrap([]),
      });
      continue;
    }
    const part = parts.at(-1) ?? { text: wrap([]) };
    if (parts.length === 0) parts.push(part);
    part.text.children.push(node);
  }
  return parts.filter(({ heading, text }) => heading ?? text.children.some(isSeen));
}

function wrap(children: readonly (RootContent | ElementContent)[]): Root {
  return { type: "root", children: [...children] };
}

function isSeen(node: RootContent): boolean {
  return node.type !== "text" || node.value.trim() !== "";
}
