import { inflateSync } from "node:zlib";

/**
 * Which characters a font has, by the table it says it in: next/og asks Google for any other, and this site
 * asks nobody but Spotify.
 *
 * @param font a WOFF file of version 1 (https://www.w3.org/TR/WOFF/)
 * @returns code points of the basic plane; the fonts that we bring have no others
 */
export function readCoverage(font: Uint8Array): ReadonlySet<number> {
  const cmap = readTable(font, "cmap");
  const covered = new Set<number>();
  for (let record = 0; record < cmap.getUint16(2); record++) {
    const start = cmap.getUint32(4 + record * 8 + 4);
    if (cmap.getUint16(start) === 4) addSegments(cmap, start, covered);
  }
  return covered;
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
function addSegments(cmap: DataView, start: number, covered: Set<number>): void {
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
      // Glyph 0 is the font's own "missing".
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) covered.add(code);
    }
  }
}
