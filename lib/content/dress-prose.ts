import type { Element, ElementContent, Root } from "hast";
import { at } from "@/lib/site/address";

export interface ProseWords {
  readonly copy: string;
  readonly copied: string;
}

/**
 * What a page adds to a text: addresses that know where the site lies, headings that can be linked to by
 * their own words, and a button at each piece of code. All of it plain HTML, which needs no script to be
 * woken by; feeds and twins do without it.
 */
export function dressProse(tree: Root, words: ProseWords): Root {
  return {
    ...tree,
    children: tree.children.map((node) => (node.type === "element" ? dress(node, words) : node)),
  };
}

function dress(node: Element, words: ProseWords): Element {
  const element: Element = {
    ...node,
    properties: readdress(node.properties),
    children: node.children.map((child) =>
      child.type === "element" ? dress(child, words) : child,
    ),
  };
  if (node.tagName === "pre") return addButton(element, words);
  return /^h[23]$/.test(node.tagName) ? linkItself(element) : element;
}

function readdress(properties: Element["properties"]): Element["properties"] {
  const { href, src } = properties;
  return {
    ...properties,
    ...(typeof href === "string" && { href: at(href) }),
    ...(typeof src === "string" && { src: at(src) }),
  };
}

function linkItself(heading: Element): Element {
  const { id } = heading.properties;
  if (typeof id !== "string") return heading;
  const link = make("a", { href: `#${id}` }, heading.children);
  return { ...heading, children: [link] };
}

function addButton(pre: Element, { copy, copied }: ProseWords): Element {
  const button = make(
    "button",
    { type: "button", className: ["code-copy"], dataCopied: copied, ariaLive: "polite" },
    [{ type: "text", value: copy }],
  );
  return make("div", { className: ["code"] }, [pre, button]);
}

function make(
  tagName: string,
  properties: Element["properties"],
  children: ElementContent[],
): Element {
  return { type: "element", tagName, properties, children };
}
