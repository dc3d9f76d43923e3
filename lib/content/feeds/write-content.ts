import type { Element, ElementContent, Root, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { absolute } from "@/lib/site/absolute";

export interface Place {
  /** The site's address, with its own path where it has one. */
  readonly home: URL;
  /** The address of the page on which the text stands. */
  readonly page: URL;
}

/** What names an address, by element: `href` elsewhere, such as on SVG's `use`, points into the drawing. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  area: ["href"],
  audio: ["src"],
  blockquote: ["cite"],
  iframe: ["src"],
  image: ["href", "xLinkHref"],
  img: ["src"],
  q: ["cite"],
  source: ["src"],
  track: ["src"],
  video: ["src", "poster"],
};

/** Of no use where there is neither our script nor our style. */
const DROPPED = new Set(["script", "style", "button", "template"]);

/** What reads the same without our style and our script. */
const USELESS = /^(?:className|style|tabIndex|translate|data[A-Z].*|on[A-Z].*|ariaDescribedBy)$/;

/** The text as HTML that stands on its own, in a page of any other site. */
export function writeContent(tree: Root, place: Place): string {
  return toHtml({ type: "root", children: tree.children.flatMap((node) => adapt(node, place)) });
}

function adapt(node: RootContent, place: Place): ElementContent[] {
  if (node.type === "text") return [node];
  if (node.type !== "element" || DROPPED.has(node.tagName)) return [];
  // A drawing refers to its own parts by what looks useless elsewhere.
  if (node.tagName === "svg") return [adaptDrawing(node, place)];
  const children = node.children.flatMap((child) => adapt(child, place));
  const properties = adaptProperties(node, place);
  const isOurs = /^[A-Z]/.test(node.tagName);
  const isBare = node.tagName === "span" && Object.keys(properties).length === 0;
  return isOurs || isBare ? children : [{ ...node, properties, children }];
}

function adaptProperties({ tagName, properties }: Element, place: Place): Element["properties"] {
  const kept = Object.entries(properties).filter(
    ([name]) => !USELESS.test(name) && name !== "id" && name !== "srcSet",
  );
  return makeAbsolute(tagName, Object.fromEntries(kept), place);
}

function adaptDrawing(node: Element, place: Place): Element {
  const { className: _, ...properties } = node.properties;
  return {
    ...node,
    properties: makeAbsolute(node.tagName, properties, place),
    children: node.children.map((child) =>
      child.type === "element" ? adaptDrawing(child, place) : child,
    ),
  };
}

function makeAbsolute(
  tagName: string,
  properties: Element["properties"],
  place: Place,
): Element["properties"] {
  const changed = { ...properties };
  for (const name of ADDRESSES[tagName] ?? []) {
    const address = properties[name];
    if (typeof address === "string") changed[name] = resolve(address, place);
  }
  return changed;
}

/** Links within the site know no base path; others are as a browser on the page would read them. */
function resolve(address: string, { home, page }: Place): string {
  if (/^\/(?![/\\])/.test(address)) return absolute(home, address);
  return URL.canParse(address, page) ? new URL(address, page).href : address;
}
