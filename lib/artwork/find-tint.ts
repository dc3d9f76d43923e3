import { leadingColour } from "./leading-colour";
import { openImage } from "./open-image";

const SAMPLE_WIDTH = 32;

/**
 * Finds the leading colour of a cover.
 *
 * @param bytes an image file
 * @returns `#rrggbb`; undefined when the bytes are no whole image, or one of over 4 megapixels
 */
export async function findTint(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const opened = await openImage(bytes);
    const pixels = await opened?.image
      // Nearest picks pixels that are there; blending would make colours that are not.
      .resize(SAMPLE_WIDTH, SAMPLE_WIDTH, { fit: "fill", kernel: "nearest" })
      .flatten({ background: "#fff" })
      .toColourspace("srgb")
      .raw()
      .toBuffer();
    return pixels && leadingColour(pixels);
  } catch {
    return undefined;
  }
}
