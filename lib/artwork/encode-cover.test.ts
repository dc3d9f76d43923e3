import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { encodeCover } from "./encode-cover";

const GROUND = { create: { width: 300, height: 300, channels: 3, background: "#b4532a" } } as const;
const flat = (width: number, height: number) =>
  sharp({ create: { ...GROUND.create, width, height } });
/** Nothing is harder to make small. */
const noise = (size: number) =>
  sharp({
    create: {
      width: size,
      height: size,
      channels: 3,
      background: "#000",
      noise: { type: "gaussian", mean: 128, sigma: 80 },
    },
  });

function decode(uri: string): { type: string | undefined; bytes: Buffer } {
  const [, type, base64 = ""] = /^data:image\/(\w+);base64,([\w+/]+=*)$/.exec(uri) ?? [];
  return { type, bytes: Buffer.from(base64, "base64") };
}

describe("a cover in a data URI", () => {
  it("is the very file that came, where that is a short JPEG", async () => {
    const bytes = await flat(300, 300).jpeg().toBuffer();
    const [best] = await encodeCover(bytes);
    expect(best).toMatchObject({ width: 300, height: 300 });
    expect(decode(best?.uri ?? "").bytes.equals(bytes)).toBe(true);
  });

  it.each(["jpeg", "png", "webp", "avif"] as const)(
    "is smaller than a long %s, and sharp enough for a screen of two pixels in one",
    async (format) => {
      const [best] = await encodeCover(await noise(300).toFormat(format, { effort: 1 }).toBuffer());
      const { type, bytes } = decode(best?.uri ?? "");
      expect(best?.uri.length).toBeLessThanOrEqual(9_500);
      expect(best).toMatchObject({ width: 128, height: 128 });
      expect(type).toBe((await sharp(bytes).metadata()).format);
    },
  );

  it("comes in ever smaller forms, the last of which fits anywhere", async () => {
    const forms = await encodeCover(await noise(640).jpeg({ quality: 100 }).toBuffer());
    const lengths = forms.map(({ uri }) => uri.length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    expect(lengths.at(-1)).toBeLessThanOrEqual(4_000);
  });

  it("is whole whatever its shape, and never made larger", async () => {
    const [wide] = await encodeCover(await flat(640, 360).png().toBuffer());
    expect(wide).toMatchObject({ width: 128, height: 72 });
    const [small] = await encodeCover(await flat(40, 50).png().toBuffer());
    expect(small).toMatchObject({ width: 40, height: 50 });
  });

  it("names what the bytes are, and stands upright", async () => {
    const turned = await flat(100, 60).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const [best] = await encodeCover(turned);
    expect(best).toMatchObject({ width: 60, height: 100 });
    expect(decode(best?.uri ?? "").type).toBe("webp");
  });

  it("keeps what can be seen through", async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const bytes = await sharp({
      create: { width: 300, height: 300, channels: 4, background: clear },
    })
      .png()
      .toBuffer();
    const [best] = await encodeCover(bytes);
    expect((await sharp(decode(best?.uri ?? "").bytes).metadata()).hasAlpha).toBe(true);
  });

  it("is not made of what is no whole image, or a drawing, or too large", async () => {
    const whole = await noise(300).jpeg().toBuffer();
    const svg = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    );
    expect(await encodeCover(new Uint8Array())).toEqual([]);
    expect(await encodeCover(whole.subarray(0, whole.length / 2))).toEqual([]);
    expect(await encodeCover(svg)).toEqual([]);
    expect(await encodeCover(await flat(3, 3).gif().toBuffer())).toEqual([]);
    expect(await encodeCover(await flat(4000, 4000).png().toBuffer())).toEqual([]);
  });
});
