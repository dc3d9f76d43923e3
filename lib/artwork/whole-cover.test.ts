import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import { findWholeCover } from "./whole-cover";

const URL = "https://i.scdn.co/image/1";

async function encode(width: number, height: number, format: "jpeg" | "webp" | "avif" = "jpeg") {
  const image = sharp({ create: { width, height, channels: 3, background: "#c8141e" } });
  return { bytes: await image.toFormat(format).toBuffer(), type: `image/${format}` };
}

describe("findWholeCover", () => {
  it.each(["jpeg", "webp", "avif"] as const)("gives a %s as a PNG of its size", async (format) => {
    const cover = await findWholeCover(URL, () => encode(300, 300, format));
    expect(cover).toMatchObject({ width: 300, height: 300 });
    const [, base64 = ""] = (cover?.uri ?? "").split("data:image/png;base64,");
    expect((await sharp(Buffer.from(base64, "base64")).metadata()).format).toBe("png");
  });

  it("makes what is larger than it is drawn smaller, and keeps its shape", async () => {
    expect(await findWholeCover(URL, () => encode(1280, 960))).toMatchObject({
      width: 640,
      height: 480,
    });
  });

  it("gives nothing for what cannot be fetched, or is no cover", async () => {
    expect(await findWholeCover(URL, () => Promise.reject(new Error("refused")))).toBeUndefined();
    const drawing = { bytes: new TextEncoder().encode("<svg/>"), type: "image/png" };
    expect(await findWholeCover(URL, () => Promise.resolve(drawing))).toBeUndefined();
  });

  it("waits two seconds, and no longer", async () => {
    vi.useFakeTimers();
    const found = vi.fn();
    void findWholeCover(URL, () => new Promise(() => undefined)).then(found);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(found).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(found).toHaveBeenCalledWith(undefined);
    vi.useRealTimers();
  });
});
