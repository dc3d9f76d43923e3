import { leadingColour } from "./leading-colour";

// Twice the widest cover of Spotify's API has 1280 px; its originals have up to 2000.
const MOST_PIXELS = 2048 * 2048;
const SAMPLE_WIDTH = 32;

/** What covers come as. The library would also draw SVG, whatever the answer's type said, for minutes and gigabytes. */
const FORMATS = new Set(["jpeg", "png", "webp", "heif"]);

/**
 * Finds the leading colour of a cover.
 *
 * @param bytes an image file
 * @returns `#rrggbb`; undefined when the bytes are no whole image, or one of over 4 megapixels
 */
export async function findTint(bytes: Uint8Array): Promise<string | undefined> {
  try {
    // Loaded when first needed: a cold start should not wait for an image library.
    const { default: sharp } = await import("sharp");
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS });
    if (!FORMATS.has((await image.metadata()).format)) return undefined;
    const pixels = await image
      // Nearest picks pixels that are there; blending would make colours that are not.
      .resize(SAMPLE_WIDTH, SAMPLE_WIDTH, { fit: "fill", kernel: "nearest" })
      .flatten({ background: "#fff" })
      .toColourspace("srgb")
      .raw()
      .toBuffer();
    return leadingColour(pixels);
  } catch {
    return undefined;
  }
}
