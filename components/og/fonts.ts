import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCoverage } from "./read-coverage";

/** Archivo as its files divide it, in the order in which next/og looks through them. */
export const FAMILY = "Archivo, Archivo Extended, Archivo Vietnamese";

const FILES = [
  ["Archivo", "latin"],
  ["Archivo Extended", "latin-ext"],
  ["Archivo Vietnamese", "vietnamese"],
] as const;

export const fonts = FILES.flatMap(([name, subset]) =>
  ([500, 800] as const).map((weight) => ({ name, weight, data: readFont(subset, weight) })),
);

/** Beginning and end of the path are to the letter: so Next finds the files, and brings them along. */
function readFont(subset: string, weight: number): Buffer {
  return readFileSync(
    join(
      process.cwd(),
      `node_modules/@fontsource/archivo/files/archivo-${subset}-${weight}-normal.woff`,
    ),
  );
}

const coverages = fonts.map(({ data }) => readCoverage(data));

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

function isCovered(codePoint = 0): boolean {
  return coverages.some((coverage) => coverage.has(codePoint));
}
