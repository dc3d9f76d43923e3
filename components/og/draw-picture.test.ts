import fc from "fast-check";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NowPlaying, PublishedItem } from "@/lib/now-playing/wire";
import { drawPicture } from "./draw-picture";
import { fonts } from "./fonts";
import { readAdvances } from "./read-advances";

const SITE = { name: "Mara Lindqvist", role: "Software, typeset", label: "Recently playing" };

/** Where the cover lies in the picture, in px. */
const COVER = { left: 64, top: 157, edge: 408 };

const PAPER = [0xf6, 0xf1, 0xe7];
const RED = [0xff, 0, 0];
const BLUE = [0, 0, 0xff];

const fetchOutside = fetch;
const asked: string[] = [];

function playing(item: Partial<PublishedItem> = {}): NowPlaying {
  const song = { kind: "track", title: "Notturno", artists: ["Clara Schumann"] } as const;
  return { v: 1, state: "playing", startedAt: 0, ...song, ...item };
}

/** A cover, red on its left half and blue on its right. */
async function paint(width: number, height: number) {
  const blue = { create: { width: width / 2, height, channels: 3, background: "#00f" } } as const;
  const image = sharp({ create: { width, height, channels: 3, background: "#f00" } })
    .composite([{ input: blue, left: width / 2, top: 0 }])
    .png();
  return {
    uri: `data:image/png;base64,${(await image.toBuffer()).toString("base64")}`,
    width,
    height,
  };
}

async function readPixels(picture: ArrayBuffer) {
  const { data, info } = await sharp(Buffer.from(picture))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (left: number, top: number) => {
    const start = (top * info.width + left) * 3;
    return [...data.subarray(start, start + 3)];
  };
  return { ...info, at };
}

describe("the picture", () => {
  beforeEach(() => {
    asked.length = 0;
    // A fetch of what is at hand already, such as a library's own code, is none from a network.
    vi.stubGlobal("fetch", async (input: string | URL) => {
      if (String(input).startsWith("data:")) return fetchOutside(input);
      asked.push(String(input));
      throw new TypeError("There is no network here.");
    });
  });

  afterEach(() => {
    expect(asked).toEqual([]);
    vi.unstubAllGlobals();
  });

  it("has the size that crawlers expect, in every state", async () => {
    const states: readonly NowPlaying[] = [
      playing(),
      { v: 1, state: "idle" },
      { v: 1, state: "unavailable", reason: "unreachable" },
    ];
    for (const nowPlaying of states) {
      const { width, height } = await readPixels(await drawPicture({ nowPlaying, ...SITE }));
      expect([width, height]).toEqual([1200, 630]);
    }
  });

  it("shows the whole cover in its own shape, with round corners and nothing over it", async () => {
    const cover = await paint(300, 200);
    const { at } = await readPixels(await drawPicture({ nowPlaying: playing(), cover, ...SITE }));
    const bottom = COVER.top + (COVER.edge * 200) / 300 - 12;
    for (const top of [COVER.top + 12, COVER.top + 136, bottom]) {
      expect(at(COVER.left + 12, top)).toEqual(RED);
      expect(at(COVER.left + COVER.edge - 12, top)).toEqual(BLUE);
    }
    expect(at(COVER.left + 12, bottom + 24)).toEqual(PAPER);
    expect(at(COVER.left, COVER.top)).toEqual(PAPER);
  });

  it("leaves out a cover that cannot be drawn, and keeps the words", async () => {
    const broken = { uri: "data:image/png;base64,AAAA", width: 300, height: 300 };
    const picture = await drawPicture({ nowPlaying: playing(), cover: broken, ...SITE });
    const without = await drawPicture({ nowPlaying: playing(), ...SITE });
    expect(Buffer.from(picture).equals(Buffer.from(without))).toBe(true);
  });

  it("says nothing of the music where nothing is known", async () => {
    const idle = await drawPicture({ nowPlaying: { v: 1, state: "idle" }, ...SITE });
    const unavailable = { v: 1, state: "unavailable", reason: "reauthorize" } as const;
    const silent = await drawPicture({ nowPlaying: unavailable, ...SITE });
    expect(Buffer.from(silent).equals(Buffer.from(idle))).toBe(true);
  });

  it("asks no network for any character that it sets", async () => {
    const characters: string[] = [];
    for (const { data } of fonts) {
      for (const codePoint of readAdvances(data).keys())
        characters.push(String.fromCodePoint(codePoint));
    }
    for (let start = 0; start < characters.length; start += 100) {
      const title = characters.slice(start, start + 100).join(" ");
      await drawPicture({ nowPlaying: playing({ title, artists: [title] }), ...SITE });
    }
  });

  it("asks no network for what it cannot set, whatever music and site are called", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.constantFrom("夜想曲", "أغنية", "🎉", "👩‍👩‍👧‍👦", "1️⃣", "e\u0301\u0323", "\u2028", "𝕬", ""),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, artist, name) => {
        const nowPlaying = playing({ title, artists: [artist] });
        const words = { name, role: name, label: name };
        expect((await drawPicture({ nowPlaying, ...words })).byteLength).toBeGreaterThan(1_000);
      }),
      { numRuns: 60 },
    );
  });
});
