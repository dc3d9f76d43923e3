import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { drawSleeve } from "@/emulator/covers/sleeve";
import { encodeCover } from "@/lib/artwork/encode-cover";
import { composeCard, MOST_CARD_BYTES } from "@/lib/embeds/compose-card";
import { measureText } from "@/lib/embeds/measure-text";
import type { CardOptions } from "@/lib/embeds/options";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { describeSite } from "@/lib/site/site";
import { nowPlayingStrings } from "@/lib/site/strings";
import { describeStates } from "./states";

// Emulated, it would not reach what stands in an <img>; this is what a visitor's system does.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), "--force-prefers-reduced-motion"];
    await use({ ...launchOptions, args });
  },
});

const WIDTHS = [280, 400, 640];
const COVERS = { art: "https://i.scdn.co/image/a", artSmall: "https://i.scdn.co/image/b" };
const { recently, ...words } = nowPlayingStrings;

/** Half of the mark's height on each side of it: nothing else is drawn there. */
const MARK_SPACE = 28 + 2 * 14;

/** Titles as they give a drawing trouble. */
const HARD = {
  long: "The Whole of the Night and Most of the Morning After, Being a Suite in Eleven Movements",
  wide: "WWWWWWWWWW MMMMMMMMMM @@@@@@@@@@ WWWWWWWWWW MMMMMMMMMM",
  thin: "illilljil ".repeat(20),
  japanese: "夜に駆ける、そして朝が来るまでの長い長い物語をもう一度だけ聞かせて",
  korean: "밤을 달리다 그리고 아침이 올 때까지의 길고 긴 이야기를 한 번만 더",
  arabic: "أغنية المساء الطويلة التي لا تنتهي أبدا حتى يأتي الصباح من جديد",
  hebrew: "ירושלים של זהב ושל נחושת ושל אור, הלא לכל שירייך אני כינור",
  hindi: "कभी कभी मेरे दिल में ख़याल आता है कि जैसे तुझको बनाया गया है मेरे लिये",
  emoji: "🔥🎧👨‍👩‍👧‍👦🇩🇪".repeat(12),
  tower: `A${"\u0301\u0302\u0303\u0306".repeat(40)} tower`,
};

let forms: ReturnType<typeof encodeCover> | undefined;

async function printCover(): ReturnType<typeof encodeCover> {
  const credit = { title: "Trois Gymnopédies", credit: "Erik Satie", year: 1888 };
  const sleeve = Buffer.from(drawSleeve({ kind: "album", ...credit }));
  return encodeCover(await sharp(sleeve).resize(300, 300).jpeg({ quality: 88 }).toBuffer());
}

async function makeCard(body: NowPlaying, options: CardOptions, now = Date.now()): Promise<string> {
  forms ??= printCover();
  const covers = await forms;
  const { svg } = await composeCard(body, {
    options,
    words: { ...words, recent: recently, plain: describeSite() },
    now,
    inlineCover: async (_, most) => ({
      cover: covers.find(({ uri }) => uri.length <= most),
      isComplete: true,
    }),
  });
  expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(MOST_CARD_BYTES);
  return svg;
}

const asImage = (svg: string, width: number): string =>
  `<img width="${width}" height="80" src="data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}" alt="">`;

function playing(more: object = {}): NowPlaying {
  return { ...describeStates(COVERS, Date.now()).playing, ...more } as NowPlaying;
}

test.describe("the card's letters", () => {
  test("are as wide in the browser as they were measured", async ({ page }) => {
    const faces = [false, true].flatMap((isBold) =>
      makeWords().map((text) => ({ text, isBold, size: 100 })),
    );
    await page.setContent('<svg xmlns="http://www.w3.org/2000/svg"><text/></svg>');
    const widths = await page.locator("text").evaluate((node, faces) => {
      if (!(node instanceof SVGTextElement)) return [];
      return faces.map(({ text, isBold, size }) => {
        node.setAttribute(
          "style",
          `font:${isBold ? 700 : 400} ${size}px Arial,"Liberation Sans",Arimo;font-kerning:none;white-space:pre`,
        );
        node.textContent = text;
        return node.getComputedTextLength();
      });
    }, faces);
    expect(widths).toHaveLength(faces.length);
    const wrong = faces.filter((face, index) => {
      const width = measureText(face.text, face);
      return Math.abs((widths[index] ?? 0) - width) > width / 100;
    });
    expect(wrong, "Is Liberation Sans installed (fonts-liberation), or Arimo, or Arial?").toEqual(
      [],
    );
  });
});

test.describe("the mark's clear space", () => {
  test("has nothing drawn in it, whatever the title", async ({ page }) => {
    const cards = Object.entries(HARD).flatMap(([name, title]) =>
      [{}, COVERS].map((art) => ({
        name,
        body: playing({ art: undefined, ...art, title, artists: [title] }),
      })),
    );
    for (const width of WIDTHS) {
      const svgs = await Promise.all(
        cards.map(({ body }) => makeCard(body, { theme: "light", width })),
      );
      // Without the mark itself, what is left there is paper and nothing else.
      const images = svgs.map((svg) => asImage(svg.replace(/<path[^>]*>/, ""), width));
      await page.setViewportSize({ width, height: 80 * images.length });
      await page.setContent(`<body style="margin:0;display:grid">${images.join("")}`);
      const picture = await page.screenshot();
      for (const [index, { name }] of cards.entries()) {
        const space = {
          left: width - MARK_SPACE,
          top: index * 80 + 8,
          width: MARK_SPACE,
          height: 72,
        };
        const { channels } = await sharp(await sharp(picture).extract(space).toBuffer()).stats();
        expect(
          channels.map(({ min, max }) => max - min),
          name,
        ).toEqual([0, 0, 0]);
      }
    }
  });

  test("is not even reached for by letters that were measured", async ({ page }) => {
    for (const width of WIDTHS) {
      const titles = [HARD.long, HARD.wide, HARD.thin];
      const svgs = await Promise.all(
        titles.map((title) =>
          makeCard(playing({ title, artists: [title] }), { theme: "auto", width }),
        ),
      );
      await page.setContent(`<body style="margin:0;display:grid">${svgs.join("")}`);
      const ends = await page
        .locator("text")
        .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().right));
      expect(ends).toHaveLength(3 * titles.length);
      expect(Math.max(...ends)).toBeLessThanOrEqual(width - MARK_SPACE);
      // Nor is room given away: a line that was cut ends less than two letters before it.
      expect(Math.max(...ends)).toBeGreaterThan(width - MARK_SPACE - 16);
    }
  });
});

/** Stops what moves half-way, and tells how long it takes, in ms. */
const animate = (page: Page) =>
  page.evaluate(() =>
    document.getAnimations().map((animation) => {
      const { activeDuration } = animation.effect?.getComputedTiming() ?? {};
      animation.pause();
      animation.currentTime = Number(activeDuration) / 2;
      return activeDuration;
    }),
  );
const lengthOf = (page: Page) =>
  page.locator(".line").evaluate((line) => line.getBoundingClientRect().width);

test.describe("the card's line", () => {
  test("moves from where the song is to its end, and nothing else moves", async ({ page }) => {
    const now = Date.now();
    await page.emulateMedia({ reducedMotion: "no-preference" });
    const body = playing({ startedAt: now - 50_000, durationMs: 200_000 });
    await page.setContent(
      `<body style="margin:0">${await makeCard(body, { theme: "auto", width: 400 }, now)}`,
    );
    expect(await animate(page)).toEqual([150_000]);
    expect(await lengthOf(page)).toBeCloseTo(400 * 0.625, 0);
  });

  test("stands still where less motion is wanted, and still tells the place", async ({ page }) => {
    const now = Date.now();
    const body = playing({ startedAt: now - 50_000, durationMs: 200_000 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.setContent(
      `<body style="margin:0">${await makeCard(body, { theme: "auto", width: 400 }, now)}`,
    );
    expect(await animate(page)).toEqual([]);
    expect(await lengthOf(page)).toBeCloseTo(100, 0);
  });

  for (const theme of ["light", "dark"] as const) {
    test(`can be told from ${theme} paper whatever the cover's colour`, async ({ page }) => {
      await page.setContent(await makeCard(playing({ tint: "#808080" }), { theme, width: 400 }));
      expect(await worstContrast(page)).toBeGreaterThanOrEqual(4.5);
    });
  }
});

test.describe("the card in a README", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`shows every state on a ${colorScheme} page`, async ({ page }) => {
      const now = Date.now();
      const states = Object.entries(describeStates(COVERS, now));
      const rows = await Promise.all(
        states.map(async ([name, body]) => {
          const images = WIDTHS.map(async (width) =>
            asImage(await makeCard(body, { theme: "auto", width }, now), width),
          );
          return `<p style="margin:16px 0 4px">${name}</p>${(await Promise.all(images)).join(" ")}`;
        }),
      );
      const ground = colorScheme === "light" ? "#ffffff;color:#1f2328" : "#0d1117;color:#f0f6fc";
      await page.setViewportSize({ width: 1400, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.setContent(
        `<meta name="color-scheme" content="light dark"><body style="margin:24px;font:16px/1.5 sans-serif;background:${ground}">${rows.join("")}`,
      );
      await page
        .locator("img")
        .evaluateAll((images) =>
          Promise.all(images.map((image) => image instanceof HTMLImageElement && image.decode())),
        );
      const picture = await page.screenshot({
        path: `test-results/pictures/card-${colorScheme}.png`,
        fullPage: true,
      });
      const first = await page.locator("img").first().boundingBox();
      const corner = {
        left: 4 + Math.round(first?.x ?? 0),
        top: 76 + Math.round(first?.y ?? 0),
        width: 1,
        height: 1,
      };
      const { channels } = await sharp(await sharp(picture).extract(corner).toBuffer()).stats();
      const paper = colorScheme === "light" ? [0xf6, 0xf1, 0xe7] : [0x1d, 0x1b, 0x18];
      expect(channels.map(({ mean }) => mean)).toEqual(paper);
    });
  }
});

/** A few hundred words of the alphabets in the table, always the same. */
function makeWords(): string[] {
  const alphabets = [
    [0x20, 0x7e],
    [0xc0, 0xff],
    [0x100, 0x17e],
    [0x3ac, 0x3ce],
    [0x410, 0x45f],
    [0x2018, 0x201e],
  ] as const;
  return alphabets.flatMap(([first, last]) =>
    Array.from({ length: 50 }, (_, word) =>
      String.fromCodePoint(
        ...Array.from(
          { length: 12 },
          (_, at) => first + ((word * 31 + at * (at + 7)) % (last - first + 1)),
        ),
      ),
    ),
  );
}

/** The lowest contrast of the line and the paper that it is on, over all hues and many lightnesses of a cover. */
async function worstContrast(page: Page): Promise<number> {
  return page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const style = document.querySelector("style");
    const line = document.querySelector(".line");
    const paper = document.querySelector(".paper");
    if (!context || !style || !line || !paper) return 0;
    const luminance = (colour: string): number => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
        const part = byte / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const rules = style.textContent;
    const ground = luminance(getComputedStyle(paper).fill);
    let worst = 21;
    for (let hue = 0; hue < 360; hue += 10) {
      for (const lightness of [5, 25, 50, 75, 95]) {
        style.textContent = rules.replaceAll("#808080", `hsl(${hue} 100% ${lightness}%)`);
        const accent = luminance(getComputedStyle(line).fill);
        const [light, dark] = [Math.max(ground, accent), Math.min(ground, accent)];
        worst = Math.min(worst, (light + 0.05) / (dark + 0.05));
      }
    }
    return worst;
  });
}
