import type { PhrasingContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Placed, Report } from "./problems";

/** Not MDX: a caption holds words. */
const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Markdown in an attribute, such as a caption.
 *
 * @param place of the attribute: what is wrong in the text is said to stand there
 */
export function parseInline(text: string, report: Report, place: Placed): PhrasingContent[] {
  const tree = parser.parse(text);
  const [paragraph, ...rest] = tree.children;
  if (paragraph?.type !== "paragraph" || rest.length > 0) {
    report(`${JSON.stringify(text)}: expected one line of text.`, place);
    return [];
  }
  visit(paragraph, (node) => {
    if (node.type === "html") report(`${node.value} is refused in an attribute.`, place);
    Object.assign(node, { position: place.position });
  });
  return paragraph.children;
}
