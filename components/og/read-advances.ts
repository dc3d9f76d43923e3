import { inflateSync } from "node:zlib";

/**
 * Which characters a font has, by the table it says it in, and how wide each is: next/og asks Google for any
 * other, and this site asks nobody but Spotify.
 *
 * @param font a WOFF file of version 1 (https://www.w3.org/TR/WOFF/)
 * @returns widths in em by code points of the basic plane; the fonts that we bring have no others
 */
export function readAdvances(font: Uint8Array): ReadonlyMap<number, number> {
  const cmap = readTable(font, "cmap");
  const glyphs = new Map<number, number>();
  for (let record = 0; record < cmap.getUint16(2); record++) {
    const start = cmap.getUint32(4 + record * 8 + 4);
    if (cmap.getUint16(start) === 4) addSegments(cmap, start, glyphs);
  }
  const unitsPerEm = readTable(font, "head").getUint16(18);
  const last = readTable(font, "hhea").getUint16(34) - 1;
  const widths = readTable(font, "hmtx");
  // Glyphs beyond the last are as wide as that one.
  const widthOf = (glyph: number) => widths.getUint16(Math.min(glyph, last) * 4) / unitsPerEm;
  return new Map([...glyphs].map(([code, glyph]) => [code, widthOf(glyph)]));
}

function readTable(font: Uint8Array, tag: string): DataView {
  const file = new DataView(font.buffer, font.byteOffset, font.byteLength);
  for (let entry = 44; entry < 44 + file.getUint16(12) * 20; entry += 20) {
    if (String.fromCharCode(...font.subarray(entry, entry + 4)) !== tag) continue;
    const start = file.getUint32(entry + 4);
    const stored = font.subarray(start, start + file.getUint32(entry + 8));
    const isCompressed = stored.length < file.getUint32(entry + 12);
    const table = isCompressed ? inflateSync(stored) : stored;
    return new DataView(table.buffer, table.byteOffset, table.byteLength);
  }
  throw new Error(`The font has no table ${tag}.`);
}

/** https://learn.microsoft.com/typography/opentype/spec/cmap#format-4-segment-mapping-to-delta-values */
function addSegments(cmap: DataView, start: number, glyphs: Map<number, number>): void {
  const bytes = cmap.getUint16(start + 6);
  const ends = start + 14;
  const starts = ends + bytes + 2;
  const deltas = starts + bytes;
  const offsets = deltas + bytes;
  for (let segment = 0; segment < bytes; segment += 2) {
    const delta = cmap.getUint16(deltas + segment);
    const offset = cmap.getUint16(offsets + segment);
    const first = cmap.getUint16(starts + segment);
    const last = cmap.getUint16(ends + segment);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph =
        offset === 0 ? code : cmap.getUint16(offsets + segment + offset + (code - first) * 2);
      const moved = glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      // Glyph 0 is the font's own "missing".
      if (moved !== 0) glyphs.set(code, moved);
    }
  }
}
