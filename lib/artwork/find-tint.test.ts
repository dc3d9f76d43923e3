import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { findTint } from "./find-tint";

const blank = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } });

describe("findTint", () => {
  it.each(["jpeg", "png", "webp", "avif"] as const)("finds the colour of a %s", async (format) => {
    const tint = await findTint(await blank(300, 300, "#c8141e").toFormat(format).toBuffer());
    const red = Number.parseInt(tint?.slice(1, 3) ?? "", 16);
    expect(Math.abs(red - 0xc8)).toBeLessThan(8);
  });

  it("finds the same colour each time", async () => {
    const bytes = await blank(640, 640, "#123456").png().toBuffer();
    expect(await findTint(bytes)).toBe("#123456");
    expect(await findTint(bytes)).toBe("#123456");
  });

  it("finds a grey in a cover without colour channels, and sees through to white", async () => {
    const grey = await blank(64, 64, "#777777").toColourspace("b-w").png().toBuffer();
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const transparent = sharp({ create: { width: 9, height: 9, channels: 4, background: clear } });
    expect(await findTint(grey)).toBe("#777777");
    expect(await findTint(await transparent.png().toBuffer())).toBe("#ffffff");
  });

  it("finds nothing in what is no whole image", async () => {
    const whole = await blank(300, 300, "#c8141e").jpeg().toBuffer();
    expect(await findTint(new Uint8Array())).toBeUndefined();
    expect(await findTint(new TextEncoder().encode("<html>"))).toBeUndefined();
    expect(await findTint(whole.subarray(0, whole.length / 2))).toBeUndefined();
  });

  it("does not decode more than four megapixels, however few bytes they take", async () => {
    const bomb = await blank(4000, 4000, "#c8141e").png().toBuffer();
    expect(bomb.length).toBeLessThan(300_000);
    expect(await findTint(bomb)).toBeUndefined();
  });
});
