import type { Metadata, Sharp } from "sharp";
import { countScans } from "./count-scans";
import { readFormat } from "./read-format";

// Twice the widest cover of Spotify's API has 1280 px; its originals have up to 2000.
const MOST_PIXELS = 2048 * 2048;

/**
 * A JPEG is refined scan by scan, each of which may take 20 bytes and goes over all pixels: without a limit
 * the library spends 17 s of a processor on a file of 858 kB. Encoders write some ten.
 *
 * @see https://libjpeg-turbo.org/pmwiki/uploads/About/TwoIssueswiththeJPEGStandard.pdf
 */
const MOST_SCANS = 100;

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
 * @throws {Error} where the rest of the bytes is no image, or one of over 4 megapixels
 */
export async function openImage(bytes: Uint8Array): Promise<OpenedImage | undefined> {
  // Looked at first: the library would parse an SVG, which takes it seconds or gigabytes, to say that it is
  // one. And it cannot be told to leave SVG alone, as the whole process shares it, and next/og draws with it.
  const format = readFormat(bytes);
  if (format === undefined) return undefined;
  if (format === "jpeg" && countScans(bytes) > MOST_SCANS) return undefined;
  // Loaded when first needed: a cold start should not wait for an image library.
  const { default: sharp } = await import("sharp");
  const image = sharp(bytes, { limitInputPixels: MOST_PIXELS });
  const metadata = await image.metadata();
  return metadata.format === format ? { image, metadata } : undefined;
}
