import type { IndexEntry } from "@/lib/content/search-index";
import { excerpt } from "./excerpt";
import { foldWord, splitWords } from "./fold";

interface Line {
  readonly href: string;
  readonly line: string;
}

/**
 * What is shown below the title of something found. Its own line where that, with the title, says all that
 * was looked for; else the heading, or the sentence, that says more of it. A heading is also where it leads.
 *
 * @param asked the words of the query, folded
 * @param found the words that answer it, folded
 */
export function chooseLine(
  { href, title, line, headings = [], text }: IndexEntry,
  asked: readonly string[],
  found: ReadonlySet<string>,
): Line {
  const count = countAnswered(asked, found);
  const own = { href, line };
  const known = count(`${title} ${line}`);
  if (known === asked.length) return own;

  const best = pickBest(headings, (heading) => count(`${title} ${heading.text}`));
  if (best && count(`${title} ${best.text}`) > known) {
    return { href: `${href}#${best.id}`, line: best.text };
  }
  const sentence = pickBest(text?.split(/(?<=[.!?:])\s+|\n+/) ?? [], count);
  if (sentence && count(sentence) > known) return { href, line: excerpt(sentence, found) };
  return own;
}

/** Counts how many of the words that were asked for a text answers. */
function countAnswered(asked: readonly string[], found: ReadonlySet<string>) {
  const unasked = [...found].filter((word) => !asked.some((begun) => word.startsWith(begun)));
  const answers = asked.map((begun) => {
    const answer = [...found].filter((word) => word.startsWith(begun));
    // A mistyped word: what nobody has asked for may be what was meant.
    return new Set(answer.length > 0 ? answer : unasked);
  });
  return (text: string): number => {
    const words = splitWords(text).map(foldWord);
    return answers.filter((answer) => words.some((word) => answer.has(word))).length;
  };
}

/** The first of the best. */
function pickBest<T>(candidates: readonly T[], rate: (candidate: T) => number): T | undefined {
  let best: { readonly candidate: T; readonly rating: number } | undefined;
  for (const candidate of candidates) {
    const rating = rate(candidate);
    if (!best || rating > best.rating) best = { candidate, rating };
  }
  return best?.candidate;
}
