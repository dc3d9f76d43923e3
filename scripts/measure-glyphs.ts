import { readFile } from "node:fs/promises";
import { fail } from "./project";

/**
 * Writes `lib/embeds/glyph-widths.ts`. Arimo has the widths of Helvetica, Arial and Liberation Sans; its
 * files are in the package @expo-google-fonts/arimo:
 *
 *     npx tsx scripts/measure-glyphs.ts Arimo_400Regular.ttf Arimo_700Bold.ttf > lib/embeds/glyph-widths.ts
 *     npx prettier --write lib/embeds/glyph-widths.ts
 */

/** What titles in Latin, Greek and Cyrillic letters are made of; polytonic Greek is measured by its bare letters. */
const BLOCKS: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa1, 0x17f],
  [0x18f, 0x18f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x259, 0x259],
  [0x386, 0x3ce],
  [0x401, 0x45f],
  [0x490, 0x4e9],
  [0x1e9e, 0x1ef9],
  [0x2010, 0x2026],
  [0x2030, 0x203a],
  [0x20ac, 0x20ac],
  [0x2116, 0x2117],
  [0x2122, 0x2122],
  [0x221e, 0x221e],
];

/** Left to the classes of `measure-text.ts`, and out of a source file: what is not seen in it. */
const INVISIBLE = /[\p{C}\p{M}]|(?! )\p{Z}/u;

/** The table's unit, as most fonts for screens have it. */
const UNITS_PER_EM = 2048;

type Widths = ReadonlyMap<string, number>;

async function main(): Promise<void> {
  const [regularPath, boldPath] = process.argv.slice(2);
  if (regularPath === undefined || boldPath === undefined)
    throw new Error("Name two files: the regular and the bold weight, as .ttf.");
  const regular = readWidths(await readFile(regularPath));
  const bold = readWidths(await readFile(boldPath));
  const groups = new Map<string, string>();
  for (const [character, width] of regular) {
    const boldWidth = bold.get(character);
    const base = [...character.normalize("NFD")][0] ?? character;
    // What is as wide as its bare letter is found by that.
    const isDerived =
      base !== character && width === regular.get(base) && boldWidth === bold.get(base);
    if (isDerived || boldWidth === undefined || INVISIBLE.test(character)) continue;
    const widths = `${width}, ${boldWidth}`;
    groups.set(widths, `${groups.get(widths) ?? ""}${character}`);
  }
  const rows = [...groups]
    .toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([widths, characters]) => `[${widths}, ${JSON.stringify(characters)}],`);
  console.log(`/**
 * Advance widths of Arimo, in 2048ths of an em: regular, bold, and the characters that have both. An
 * accented letter is listed where it is wider or narrower than the letter alone. Helvetica, Arial and
 * Liberation Sans have the same widths by design. Made by \`scripts/measure-glyphs.ts\`.
 */
export const GLYPH_WIDTHS: readonly (readonly [regular: number, bold: number, characters: string])[] = [
${rows.join("\n")}
];`);
}

/** Reads the tables "cmap" (format 4) and "hmtx" (https://learn.microsoft.com/typography/opentype/spec/otff). */
function readWidths(font: Buffer): Widths {
  const head = findTable(font, "head");
  const longMetrics = findTable(font, "hhea").readUInt16BE(34);
  const metrics = findTable(font, "hmtx");
  const glyphOf = readCharacterMap(findTable(font, "cmap"));
  const scale = UNITS_PER_EM / head.readUInt16BE(18);
  const widths = new Map<string, number>();
  for (const [first, last] of BLOCKS)
    for (let code = first; code <= last; code += 1) {
      const glyph = glyphOf(code);
      if (glyph === 0) continue;
      const advance = metrics.readUInt16BE(4 * Math.min(glyph, longMetrics - 1));
      widths.set(String.fromCodePoint(code), Math.round(advance * scale));
    }
  return widths;
}

function findTable(font: Buffer, tag: string): Buffer {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
    if (font.toString("latin1", at, at + 4) === tag)
      return font.subarray(font.readUInt32BE(at + 8)).subarray(0, font.readUInt32BE(at + 12));
  throw new Error(`This is no TrueType font: it has no table "${tag}".`);
}

function readCharacterMap(cmap: Buffer): (code: number) => number {
  for (let at = 4; at < 4 + 8 * cmap.readUInt16BE(2); at += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(at + 4));
    if (table.readUInt16BE(0) === 4) return (code) => findGlyph(table, code);
  }
  throw new Error("This font maps its characters in another way than format 4.");
}

/** The glyph of a character by a "cmap" of format 4; 0 where there is none. */
function findGlyph(table: Buffer, code: number): number {
  const size = table.readUInt16BE(6);
  const segment = Array.from({ length: size / 2 }, (_, index) => 14 + 2 * index).find(
    (at) => table.readUInt16BE(at) >= code,
  );
  if (segment === undefined) return 0;
  const startAt = segment + size + 2;
  const start = table.readUInt16BE(startAt);
  if (start > code) return 0;
  const delta = table.readUInt16BE(startAt + size);
  const offset = table.readUInt16BE(startAt + 2 * size);
  if (offset === 0) return (code + delta) & 0xffff;
  const glyph = table.readUInt16BE(startAt + 2 * size + offset + 2 * (code - start));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

main().catch(fail);
