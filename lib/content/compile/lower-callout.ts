import type { Nodes } from "mdast";
import type { JsxElement } from "./jsx-nodes";
import { parseInline } from "./parse-inline";
import type { Report } from "./problems";
import { placeOf, readAttributes } from "./read-properties";

/** `<Callout label="…">`: a note beside the text. */
export function lowerCallout(node: JsxElement, report: Report): Nodes {
  const label: Nodes[] = readAttributes(node, report).flatMap(
    ([name, value, attribute]): Nodes[] => {
      const place = placeOf(attribute, node);
      if (name === "label" && typeof value === "string") {
        const children = parseInline(value, report, place);
        return [{ type: "paragraph", children, data: { hProperties: { dataLabel: "" } } }];
      }
      report(`${name} on <Callout>: it knows label="…".`, place);
      return [];
    },
  );
  if (node.children.length === 0) report("<Callout> is empty.", node);
  Object.assign(node, {
    children: [...label, ...node.children],
    // An aside within an article is no landmark, and this is what it is.
    data: { hName: "aside", hProperties: { dataCallout: "", role: "note" } },
  });
  return node;
}
