/** What stands after the language of a fence. */
export interface FenceMeta {
  readonly title?: string;
  /** Marked lines, from 1. */
  readonly marked: ReadonlySet<number>;
}

const TITLE = /^title="([^"]+)"$/;
const LINES = /^\{\d+(?:-\d+)?(?:,\s*\d+(?:-\d+)?)*\}$/;

/**
 * Reads `title="file.ts" {2,4-6}`.
 *
 * @throws Error in a sentence, when it is anything else
 */
export function readFenceMeta(meta: string): FenceMeta {
  let title: string | undefined;
  let marked = new Set<number>();
  for (const part of meta.match(/title="[^"]*"|\{[^}]*\}|\S+/g) ?? []) {
    const name = TITLE.exec(part)?.[1];
    if (name !== undefined) title = name;
    else if (LINES.test(part)) marked = readLines(part);
    else throw new Error(`${part} after the language: expected title="file.ts" or {2,4-6}.`);
  }
  return title === undefined ? { marked } : { title, marked };
}

function readLines(text: string): Set<number> {
  const lines = new Set<number>();
  for (const range of text.slice(1, -1).split(",")) {
    const [first = 0, last = first] = range.split("-").map(Number);
    // A fence of more lines than this is a typing error.
    for (let line = first; line <= Math.min(last, first + 9_999); line++) lines.add(line);
  }
  return lines;
}
