import sharp from "sharp";

export interface IconForm {
  /** In px, of each side. */
  readonly size: number;
  /** What it stands on to its edges, such as `#f6f1e7`; by default what the drawing leaves empty stays so. */
  readonly ground?: string;
  /** Which part of a side the drawing takes, up to 1. */
  readonly scale?: number;
}

/** The site's icon as a PNG, for systems that take no SVG. */
export async function drawIcon(
  svg: Uint8Array,
  { size, ground, scale = 1 }: IconForm,
): Promise<ArrayBuffer> {
  const inner = Math.round(size * scale);
  const { width = inner } = await sharp(svg).metadata();
  const drawing = await sharp(svg, { density: (72 * inner) / width })
    .resize(inner, inner)
    .toBuffer();
  const background = ground ?? { r: 0, g: 0, b: 0, alpha: 0 };
  const sheet = sharp({ create: { width: size, height: size, channels: 4, background } });
  const { buffer, byteOffset, byteLength } = await sheet
    .composite([{ input: drawing }])
    .png({ palette: true })
    .toBuffer();
  return new Uint8Array(buffer, byteOffset, byteLength).slice().buffer;
}
