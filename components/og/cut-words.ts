const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

const ELLIPSIS = "…";

/**
 * The text in so many UTF-16 units at most: whole, or cut between two characters as a reader counts them.
 * Empty where already the first of them has more.
 */
export function cutWords(text: string, most: number): string {
  if (text.length <= most) return text;
  // The last one may go on behind the slice; where it does not, its room is the ellipsis's.
  const last = [...CHARACTERS.segment(text.slice(0, most))].at(-1);
  const kept = text.slice(0, last?.index).trimEnd();
  return kept && `${kept}${ELLIPSIS}`;
}
