import { openImage } from "./open-image";
import type { OpenedImage } from "./open-image";

/** A cover as text that can stand in a document by itself. */
export interface EncodedCover {
  /** `data:image/…;base64,…` */
  readonly uri: string;
  /** In px. */
  readonly width: number;
  readonly height: number;
}

/** Longer than a picture of 12 kB has room for. */
const MOST_CHARACTERS = 9_500;

/** As short as a card with the longest words has room for: no smaller form is needed. */
const ENOUGH_CHARACTERS = 4_000;

/**
 * Edges in px, and qualities. 128 px are what a place of 64 px shows on a sharp screen, where Spotify's own
 * file of 64 px is a blur; the rest is for cards that have less room.
 */
const FORMS: readonly (readonly [edge: number, quality: number])[] = [
  [128, 88],
  [128, 75],
  [128, 50],
  [64, 60],
  [64, 25],
];

/**
 * A cover in forms of falling size, the best first, the last one small enough for any card. A JPEG that is
 * short already stays as it came: Spotify asks for covers in their original form. Others are made smaller,
 * and never cropped, stretched or drawn over (https://developer.spotify.com/documentation/design). As WebP,
 * which is a quarter shorter than JPEG here, and keeps transparency.
 *
 * @param bytes an image file
 * @returns none where the bytes are no whole image that a cover comes as, or one of over 4 megapixels
 */
export async function encodeCover(bytes: Uint8Array): Promise<readonly EncodedCover[]> {
  try {
    const opened = await openImage(bytes);
    if (opened === undefined) return [];
    const smaller = await makeSmaller(opened);
    // After those, for they have decoded it whole.
    return [...keepOriginal(bytes, opened), ...smaller].filter(isShortEnough);
  } catch {
    return [];
  }
}

async function makeSmaller({ image }: OpenedImage): Promise<EncodedCover[]> {
  const forms: EncodedCover[] = [];
  for (const [edge, quality] of FORMS) {
    const { data, info } = await image
      .clone()
      .autoOrient()
      .resize(edge, edge, { fit: "inside", withoutEnlargement: true })
      .webp({ quality, smartSubsample: true })
      .toBuffer({ resolveWithObject: true });
    const uri = toDataUri("webp", data);
    forms.push({ uri, width: info.width, height: info.height });
    if (uri.length <= ENOUGH_CHARACTERS) break;
  }
  return forms;
}

// No other format: those can be animated.
function keepOriginal(bytes: Uint8Array, { metadata }: OpenedImage): EncodedCover[] {
  const { format, width, height, orientation = 1 } = metadata;
  if (format !== "jpeg" || orientation !== 1) return [];
  return [{ uri: toDataUri(format, bytes), width, height }];
}

function isShortEnough({ uri }: EncodedCover): boolean {
  return uri.length <= MOST_CHARACTERS;
}

function toDataUri(format: "jpeg" | "webp", bytes: Uint8Array): string {
  return `data:image/${format};base64,${Buffer.from(bytes).toString("base64")}`;
}
