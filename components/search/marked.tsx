import { foldWord, splitText } from "./fold";

interface MarkedProps {
  readonly text: string;
  /** Folded. */
  readonly words: ReadonlySet<string> | undefined;
}

/** A text in which the words that were found are marked. */
export function Marked({ text, words }: MarkedProps) {
  if (!words) return text;
  return splitText(text).map((piece, place) =>
    // oxlint-disable-next-line react/no-array-index-key -- the pieces of a text have no other name
    words.has(foldWord(piece)) ? <mark key={place}>{piece}</mark> : piece,
  );
}
