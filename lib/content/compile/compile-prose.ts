import type { Prose } from "@/lib/content/model";
import { blankFrontMatter } from "./blank-front-matter";
import { checkNotes } from "./check-notes";
import { collectHeadings, collectIds } from "./collect-headings";
import { collectLinks } from "./collect-links";
import type { Link } from "./collect-links";
import { estimateSeconds } from "./estimate-seconds";
import { highlightCode } from "./highlight-code";
import { lowerJsx } from "./lower-jsx";
import { lowerToMarkdown } from "./lower-to-markdown";
import { parseMdx } from "./parse-mdx";
import type { Report } from "./problems";
import { countCodeLines, countWords, readText } from "./read-text";
import { setPictures } from "./set-pictures";
import type { MeasurePicture } from "./set-pictures";
import { stripTree } from "./strip-tree";
import { toHast } from "./to-hast";
import type { CompileStrings } from "./to-hast";
import { unravel } from "./unravel";
import { wrapTables } from "./wrap-tables";

/** What compiling needs to know beside the text. */
export interface ProseOptions {
  /** The names of the elements in content/components.tsx. */
  readonly components: readonly string[];
  /** BCP 47 tag. */
  readonly language: string;
  readonly strings: CompileStrings;
  readonly measurePicture: MeasurePicture;
}

export interface CompiledProse {
  readonly prose: Prose;
  readonly seconds: number;
  readonly ids: ReadonlySet<string>;
  readonly links: readonly Link[];
}

/**
 * Compiles the text of one file.
 *
 * @param source with or without front matter, its lines ended by `\n`
 * @returns undefined where the text cannot be read at all; everything that is wrong is reported
 */
export async function compileProse(
  source: string,
  { components, language, strings, measurePicture }: ProseOptions,
  report: Report,
): Promise<CompiledProse | undefined> {
  const body = blankFrontMatter(source);
  const markdownTree = parseMdx(body, report);
  if (markdownTree === undefined) return undefined;
  const markdown = lowerToMarkdown(body, markdownTree);
  checkNotes(markdownTree, report);
  unravel(markdownTree, report);
  lowerJsx(markdownTree, components, report);

  const tree = await toHast(markdownTree, strings);
  const headings = collectHeadings(tree, report);
  const ids = collectIds(tree, report);
  const links = collectLinks(tree, report);
  await setPictures(tree, measurePicture, report);
  await highlightCode(tree, report);
  wrapTables(tree, strings.table);
  const text = readText(tree);
  const words = countWords(text, language);
  stripTree(tree);
  return {
    prose: { tree, headings, markdown, text, words },
    seconds: estimateSeconds(words, countCodeLines(tree)),
    ids,
    links,
  };
}
