import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readAdvances } from "./read-advances";

/**
 * Archivo as its files divide it, and Inter for the letters that it has none of, in the order in which
 * next/og looks through them.
 */
const FILES = [
  ["Archivo", "archivo/files/archivo-latin"],
  ["Archivo Extended", "archivo/files/archivo-latin-ext"],
  ["Archivo Vietnamese", "archivo/files/archivo-vietnamese"],
  ["Inter Cyrillic", "inter/files/inter-cyrillic"],
  ["Inter Greek", "inter/files/inter-greek"],
] as const;

export const FAMILY = FILES.map(([name]) => name).join(", ");

export const fonts = FILES.flatMap(([name, file]) =>
  ([500, 800] as const).map((weight) => ({ name, weight, data: readFont(file, weight) })),
);

/** Beginning and end of the path are to the letter: so Next finds the files, and brings them along. */
function readFont(file: (typeof FILES)[number][1], weight: number): Buffer {
  return readFileSync(
    join(process.cwd(), `node_modules/@fontsource/${file}-${weight}-normal.woff`),
  );
}

const advances = fonts.map(({ data, weight }) => ({ weight, widths: readAdvances(data) }));

/** What joins, marks or orders other characters; a font has no picture of it. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The text as it can be set; undefined where the fonts lack a character of it. Then next/og would fetch
 * a font from Google, or an emoji from elsewhere, and this site asks nobody but Spotify.
 */
export function makeSettable(text: string): string | undefined {
  const composed = text.normalize("NFC").replace(UNSEEN, "");
  // A mark that stays apart from its letter would be set by another font than the letter.
  const isSettable = [...composed].every(
    (character) => !/\p{M}|\p{Cc}/u.test(character) && isCovered(character.codePointAt(0)),
  );
  return isSettable && composed.trim() !== "" ? composed : undefined;
}

/** How wide a text is in the heavy weight, in em; what cannot be set counts as one. */
export function measure(text: string): number {
  const widths = [...text].map((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const font = advances.find(({ weight, widths }) => weight === 800 && widths.has(codePoint));
    return font?.widths.get(codePoint) ?? 1;
  });
  return widths.reduce((sum, width) => sum + width, 0);
}

function isCovered(codePoint = 0): boolean {
  return advances.some(({ widths }) => widths.has(codePoint));
}
