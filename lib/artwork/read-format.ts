export type CoverFormat = "jpeg" | "png" | "webp" | "heif";

// Bytes as characters, one each.
const BEGINNINGS: readonly (readonly [CoverFormat, RegExp])[] = [
  ["jpeg", /^\xff\xd8\xff/],
  ["png", /^\x89PNG\r\n/],
  ["webp", /^RIFF[^]{4}WEBP/],
  // AVIF, in a first box of less than 256 bytes (https://aomediacodec.github.io/av1-avif/#brands).
  ["heif", /^\0\0\0[^]ftyp(?:avif|avis|mif1)/],
];

const LONGEST = 12;

/**
 * What an image file says it is in its first bytes, whatever a header said of it.
 *
 * @returns the image library's word for it; undefined where no cover comes as that
 */
export function readFormat(bytes: Uint8Array): CoverFormat | undefined {
  const beginning = Buffer.from(bytes.subarray(0, LONGEST)).toString("latin1");
  return BEGINNINGS.find(([, pattern]) => pattern.test(beginning))?.[0];
}
