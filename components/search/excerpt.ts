import { foldWord, splitText } from "./fold";

/** In characters: so much is shown before the first word that was found, for it to be in sight. */
const LEAD = 40;

/** A sentence from shortly before what was found in it. */
export function excerpt(sentence: string, found: ReadonlySet<string>): string {
  const pieces = splitText(sentence);
  const first = pieces.findIndex((piece) => found.has(foldWord(piece)));
  let from = first;
  let lead = 0;
  while (from > 0) {
    lead += pieces[from - 1]?.length ?? 0;
    if (lead > LEAD) break;
    from -= 1;
  }
  // From a word on, not from what stands before it.
  if (from % 2 === 1) from += 1;
  return from > 0 ? `… ${pieces.slice(from).join("")}` : sentence;
}
