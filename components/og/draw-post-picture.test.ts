import fc from "fast-check";
import sharp from "sharp";
import type { Sharp } from "sharp";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { drawPagePicture } from "./draw-page-picture";
import { drawPostPicture } from "./draw-post-picture";

const POST = {
  name: "Mara Lindqvist",
  title: "A budget of calls",
  track: "B2",
  length: "7:42",
  date: "4 March 2026",
};

const fetchOutside = fetch;
const asked: string[] = [];

async function draw(changes: Partial<typeof POST> = {}) {
  return sharp(Buffer.from(await drawPostPicture({ ...POST, ...changes })));
}

/** Whether two pictures are the same, dot by dot. */
async function areSame(one: Sharp, other: Sharp): Promise<boolean> {
  return (await one.raw().toBuffer()).equals(await other.raw().toBuffer());
}

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

describe("the picture of a post", () => {
  it("is a PNG of the size that crawlers expect", async () => {
    const { width, height, format } = await (await draw()).metadata();
    expect([width, height, format]).toEqual([1200, 630, "png"]);
  });

  it("shows title, track, running time and day", async () => {
    const whole = await draw();
    const others = [{ title: "Other" }, { track: "C1" }, { length: "7:43" }, { date: "5 March" }];
    for (const change of others) {
      expect(await areSame(whole.clone(), await draw(change))).toBe(false);
    }
  });

  it("sets Cyrillic and Greek", async () => {
    expect(await areSame(await draw({ title: "Подвал" }), await draw({ title: "夜" }))).toBe(false);
    expect(await areSame(await draw({ title: "Σιωπή" }), await draw({ title: "夜" }))).toBe(false);
  });

  it("shows track and running time alone where its type lacks a letter of the title", async () => {
    const numbers = await draw({ title: "夜想曲" });
    for (const title of ["أغنية", "Fine 🎉", "…夜"]) {
      expect(await areSame(numbers.clone(), await draw({ title }))).toBe(true);
    }
    expect(await areSame(numbers, await draw({ title: "夜想曲", length: "9:00" }))).toBe(false);
  });

  it("keeps a long title above the line that ends it", async () => {
    const titles = ["A long title ".repeat(24), "W".repeat(300), "MMMM ".repeat(60)];
    for (const title of titles) {
      const line = { left: 64, top: 500, width: 1072, height: 2 };
      const dots = await (await draw({ title })).extract(line).removeAlpha().raw().toBuffer();
      expect(new Set(dots)).toEqual(new Set([0x1c, 0x1a, 0x17]));
    }
  });

  it("asks no network, whatever post and site are called", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.constantFrom("]]>", "1️⃣", "e\u0301\u0323", "\u2028", "𝕬", "", " "),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, name, date) => {
        const picture = await drawPostPicture({ ...POST, title, name, date });
        expect(picture.byteLength).toBeGreaterThan(1_000);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the picture of a page", () => {
  it("shows the page's title, and the site's own words where it has none", async () => {
    const site = { name: POST.name, role: "Software, typeset" };
    const home = sharp(Buffer.from(await drawPagePicture(site)));
    const uses = sharp(Buffer.from(await drawPagePicture({ ...site, title: "Uses" })));
    expect(await areSame(home, uses)).toBe(false);
  });
});
