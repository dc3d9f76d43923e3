import type { Metadata, Sharp } from "sharp";

// Twice the widest cover of Spotify's API has 1280 px; its originals have up to 2000.
const MOST_PIXELS = 2048 * 2048;

/** What covers come as. The library would also draw SVG, whatever the answer's type said, for minutes and gigabytes. */
const FORMATS = new Set(["jpeg", "png", "webp", "heif"]);

export interface OpenedImage {
  readonly image: Sharp;
  /** What the bytes really are, whatever a header said. */
  readonly metadata: Metadata;
}

/**
 * Opens a cover for the image library.
 *
 * @param bytes an image file
 * @returns undefined where it is none that a cover comes as
 * @throws {Error} where the bytes are no image, or one of over 4 megapixels
 */
export async function openImage(bytes: Uint8Array): Promise<OpenedImage | undefined> {
  // Loaded when first needed: a cold start should not wait for an image library.
  const { default: sharp } = await import("sharp");
  const image = sharp(bytes, { limitInputPixels: MOST_PIXELS });
  const metadata = await image.metadata();
  return FORMATS.has(metadata.format) ? { image, metadata } : undefined;
}
