import type { Root } from "mdast";
import remarkSmartypants from "remark-smartypants";
import { unified } from "unified";
import type { CompileStrings } from "./to-hast";
import { smartOptions } from "./to-hast";

/** A title or summary with quotes and dashes set, as in the text. */
export async function polish(text: string, strings: CompileStrings): Promise<string> {
  const words = { type: "text" as const, value: text };
  const tree: Root = { type: "root", children: [{ type: "paragraph", children: [words] }] };
  await unified().use(remarkSmartypants, smartOptions(strings)).run(tree);
  return words.value;
}
