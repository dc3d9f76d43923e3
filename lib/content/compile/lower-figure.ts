import type { Nodes } from "mdast";
import type { JsxElement } from "./jsx-nodes";
import { parseInline } from "./parse-inline";
import type { Report } from "./problems";
import { placeOf, readAttributes } from "./read-properties";

/** `<Figure caption="…" wide>`: a figure with a caption, in which Markdown is read. */
export function lowerFigure(node: JsxElement, report: Report): Nodes {
  const children: Nodes[] = node.children.flatMap((child: Nodes) => unwrapPicture(child));
  const hProperties: Record<string, boolean | string> = { dataFigure: "" };
  for (const [name, value, attribute] of readAttributes(node, report)) {
    if (name === "caption" && typeof value === "string") {
      children.push({
        type: "paragraph",
        children: parseInline(value, report, placeOf(attribute, node)),
        data: { hName: "figcaption" },
      });
    } else if (name === "wide" && typeof value === "boolean") {
      if (value) hProperties.dataWide = "";
    } else {
      report(`${name} on <Figure>: it knows caption="…" and wide.`, placeOf(attribute, node));
    }
  }
  if (node.children.length === 0) report("<Figure> is empty.", node);
  Object.assign(node, { children, data: { hName: "figure", hProperties } });
  return node;
}

/** A picture alone in a paragraph needs no paragraph. */
function unwrapPicture(node: Nodes): Nodes[] {
  const isPicture =
    node.type === "paragraph" && node.children.every((child) => child.type === "image");
  return isPicture ? node.children : [node];
}
