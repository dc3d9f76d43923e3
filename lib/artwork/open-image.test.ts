import sharp from "sharp";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createArtwork } from "./create-artwork";
import { parseImageOrigins } from "./image-origins";
import { openImage } from "./open-image";

vi.mock("sharp", { spy: true });

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>';
const START_OF_SCAN = Buffer.from([0xff, 0xda]);
const END = Buffer.from([0xff, 0xd9]);
const encode = (text: string) => new TextEncoder().encode(text);

describe("openImage", () => {
  beforeEach(() => {
    vi.mocked(sharp).mockClear();
  });

  it.each(["jpeg", "png", "webp", "avif"] as const)("opens a %s", async (format) => {
    const image = sharp({ create: { width: 8, height: 6, channels: 3, background: "#c8141e" } });
    const opened = await openImage(await image.toFormat(format).toBuffer());
    expect(opened?.metadata).toMatchObject({ width: 8, height: 6 });
  });

  it("opens a JPEG that comes in scans of rising quality", async () => {
    const image = sharp({ create: { width: 8, height: 6, channels: 3, background: "#c8141e" } });
    const bytes = await image.jpeg({ progressive: true }).toBuffer();
    expect((await openImage(bytes))?.metadata).toMatchObject({ isProgressive: true });
  });

  // A file of 50,000 scans, 858 kB, keeps the library busy for 17 s.
  it("does not let the image library look at a JPEG of a thousand scans", async () => {
    const image = sharp({ create: { width: 8, height: 6, channels: 3, background: "#c8141e" } });
    const bytes = await image.jpeg({ progressive: true }).toBuffer();
    const last = bytes.lastIndexOf(START_OF_SCAN);
    const scan = bytes.subarray(last, bytes.length - END.length);
    const scans = Array.from({ length: 1_000 }, () => scan);
    vi.mocked(sharp).mockClear();
    expect(
      await openImage(Buffer.concat([bytes.subarray(0, last), ...scans, END])),
    ).toBeUndefined();
    expect(sharp).not.toHaveBeenCalled();
  });

  it.each([
    ["an SVG", SVG],
    ["an SVG after a space", ` \n${SVG}`],
    ["an SVG of XML", `\ufeff<?xml version="1.0"?>${SVG}`],
    ["an SVG with another name in it", `<!--ftypavif-->${SVG}`],
    ["a GIF", "GIF89a"],
    ["a page", "<html>"],
    ["nothing", ""],
  ])("does not let the image library look at %s", async (_, text) => {
    expect(await openImage(encode(text))).toBeUndefined();
    expect(sharp).not.toHaveBeenCalled();
  });

  it.each(["RIFF....WEBP", "\0\0\0\u0020ftypavif", "\0\0\0\u0019ftypmif1"])(
    "opens no SVG behind the first bytes of another format (%j)",
    async (beginning) => {
      await expect(openImage(encode(beginning + SVG))).rejects.toThrow("Input buffer");
    },
  );

  it("keeps the image library from an SVG that is answered as a JPEG", async () => {
    const fetch = vi.fn(
      async () => new Response(SVG, { headers: { "content-type": "image/jpeg" } }),
    );
    const artwork = createArtwork({
      ...parseImageOrigins("https://i.scdn.co"),
      fetch,
    });
    const url = "https://i.scdn.co/image/1";
    expect(await artwork.tintOf(url)).toBeUndefined();
    expect(await artwork.inlineCover({ art: url, artSmall: url }, 9_000)).toEqual({
      isComplete: true,
    });
    expect(fetch).toHaveBeenCalled();
    expect(sharp).not.toHaveBeenCalled();
  });
});
