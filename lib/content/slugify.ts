/** Letters that no decomposition takes apart. */
const LATIN: Readonly<Record<string, string>> = {
  æ: "ae",
  ð: "d",
  đ: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ø: "o",
  œ: "oe",
  ß: "ss",
  þ: "th",
  ŧ: "t",
};

/**
 * A text as it may stand in an address: `[a-z0-9-]`, without accents.
 *
 * @returns the slug; empty where the text has neither Latin letters nor digits
 */
export function slugify(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’]/gu, "")
    .replaceAll(/\P{ASCII}/gu, (letter) => LATIN[letter] ?? " ")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
