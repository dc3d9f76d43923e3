/** Between words stands what is neither letter nor digit nor symbol: MiniSearch's own rule. */
const BETWEEN = /([\n\r\p{Z}\p{P}]+)/u;

/** A word as it is compared: small, and without its accents. */
export function foldWord(word: string): string {
  return word.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** A text in pieces: words, and at every second place what stands between them. */
export function splitText(text: string): readonly string[] {
  return text.split(BETWEEN);
}

/** The words of a text, as they are written. */
export function splitWords(text: string): string[] {
  return splitText(text).filter((piece, place) => place % 2 === 0 && piece !== "");
}
