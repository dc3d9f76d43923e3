import type { Root } from "hast";
import type { Root as MdastRoot } from "mdast";
import rehypeSlug from "rehype-slug";
import remarkRehype from "remark-rehype";
import remarkSmartypants from "remark-smartypants";
import { unified } from "unified";

/** The words that compiling adds to what the author wrote. */
export interface CompileStrings {
  /** The heading of the footnotes. */
  readonly footnotes: string;
  /** The link from a footnote back. */
  readonly backToText: string;
  /** The name of a table that nothing names. */
  readonly table: string;
  /** One character each. */
  readonly quotes: {
    readonly opening: { readonly double: string; readonly single: string };
    readonly closing: { readonly double: string; readonly single: string };
  };
}

/** Markdown, its JSX lowered, as HTML: quotes and dashes set, headings with ids, footnotes at the end. */
export async function toHast(tree: MdastRoot, strings: CompileStrings): Promise<Root> {
  return unified()
    .use(remarkSmartypants, smartOptions(strings))
    .use(remarkRehype, {
      // Ids of footnotes are known to begin so; those of headings are made of words.
      clobberPrefix: "",
      footnoteLabel: strings.footnotes,
      footnoteLabelProperties: {},
      footnoteBackLabel: strings.backToText,
    })
    .use(rehypeSlug)
    .run(tree);
}

/** Two dashes are an en dash, three an em dash. */
export function smartOptions({ quotes }: CompileStrings) {
  return {
    dashes: "oldschool" as const,
    openingQuotes: quotes.opening,
    closingQuotes: quotes.closing,
  };
}
