import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { z } from "zod";
import type { Report } from "./problems";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** What the parser throws. */
const MESSAGE = z.object({
  reason: z.string(),
  line: z.number().default(1),
  column: z.number().default(1),
});

/** XML has no place for these, and feeds are made of the text. */
const CONTROL = /[^\P{Cc}\t]|[\p{Cs}\ufffe\uffff]/u;

/**
 * The syntax tree of MDX, in which lines are counted as in the file.
 *
 * @returns undefined when it cannot be read, which is then reported
 */
export function parseMdx(text: string, report: Report): Root | undefined {
  const lines = text.split("\n");
  const bad = lines.findIndex((line) => CONTROL.test(line));
  if (bad !== -1) {
    const column = lines[bad]?.search(CONTROL) ?? 0;
    report("holds a control character: remove it.", {
      position: { start: { line: bad + 1, column: column + 1 } },
    });
    return undefined;
  }
  try {
    return parser.parse(text);
  } catch (error) {
    const { reason, ...start } = MESSAGE.parse(error);
    report(`${reason}. ${advise(reason)}`, { position: { start } });
    return undefined;
  }
}

/** MDX says what it expected; what an author most often meant is something else. */
function advise(reason: string): string {
  if (reason.includes("import/exports")) {
    return "A line that begins with import or export is read as code: write the sentence otherwise.";
  }
  return "Where a brace or a < is meant as text, write \\{ or \\<, or set it as `code`.";
}
