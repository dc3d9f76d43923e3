import type { Page } from "@playwright/test";
import sharp from "sharp";
import { open, withPage } from "./pages";
import { expect, lookingTest as test } from "./site";

const PICTURES = "test-results/pictures";
const LIGHT = "#f6f1e7";
const DARK = "#1d1b18";

/** What the browser's own frame is painted with: the first that holds for the system's theme. */
function readFrame(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
    return metas.find(({ media }) => !media || matchMedia(media).matches)?.content.toLowerCase();
  });
}

/** The colour of a picture's first pixel, where no page of ours has anything but paper. */
async function readPaper(picture: Buffer): Promise<string> {
  const pixel = await sharp(picture)
    .extract({ left: 2, top: 2, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  return `#${pixel.toString("hex")}`;
}

const countPaints = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType("paint").length);
const keep = (page: Page, theme: string) =>
  page.addInitScript((kept) => localStorage.setItem("theme", kept), theme);
const readKept = (page: Page) => page.evaluate(() => localStorage.getItem("theme"));

test.describe("the theme", () => {
  for (const [name, colorScheme, kept, paper] of [
    ["dark by choice on a light system", "light", "dark", DARK],
    ["dark by the system", "dark", undefined, DARK],
    ["light by choice on a dark system", "dark", "light", LIGHT],
  ] as const) {
    test(`is there before any script has come: ${name}`, async ({ browser, site }) => {
      await withPage(browser, { colorScheme }, async (page) => {
        if (kept) await keep(page, kept);
        await page.route("**/_next/static/chunks/*.js", (route) => route.abort());
        await page.goto(site.url, { waitUntil: "commit" });
        await expect.poll(() => countPaints(page)).toBeGreaterThan(0);
        const picture = await page.screenshot({
          path: `${PICTURES}/first-paint-${name.replaceAll(" ", "-")}.png`,
        });
        expect(await readPaper(picture)).toBe(paper);
      });
    });
  }

  test("never flashes: no frame of a dark page is light", async ({ browser, site }) => {
    await withPage(browser, { colorScheme: "light" }, async (page) => {
      await keep(page, "dark");
      const frames: Buffer[] = [];
      const devtools = await page.context().newCDPSession(page);
      devtools.on("Page.screencastFrame", ({ data, sessionId }) => {
        frames.push(Buffer.from(data, "base64"));
        void devtools.send("Page.screencastFrameAck", { sessionId });
      });
      await devtools.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
      await open(page, site.url);
      await expect.poll(async () => readPaper(frames.at(-1) ?? Buffer.alloc(0))).toBe(DARK);
      await devtools.send("Page.stopScreencast");
      expect(await Promise.all(frames.map(readPaper))).not.toContain(LIGHT);
    });
  });

  test("is turned by its button, kept, and forgotten where the system says the same", async ({
    browser,
    site,
  }) => {
    await withPage(browser, { colorScheme: "light", reducedMotion: "reduce" }, async (page) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await open(page, site.url);
      expect(await readFrame(page)).toBe(LIGHT);
      await page.getByRole("button", { name: "Dark", exact: true }).click();
      expect(await paper()).toBe("rgb(29, 27, 24)");
      expect(await readFrame(page)).toBe(DARK);
      expect(await readKept(page)).toBe("dark");

      await page.reload();
      expect(await paper()).toBe("rgb(29, 27, 24)");
      expect(await readFrame(page)).toBe(DARK);
      await page.getByRole("link", { name: "Uses" }).click();
      await expect(page).toHaveURL(`${site.url}/uses`);
      expect(await paper()).toBe("rgb(29, 27, 24)");
      expect(await readFrame(page)).toBe(DARK);

      await page.getByRole("button", { name: "Light", exact: true }).click();
      expect(await paper()).toBe("rgb(246, 241, 231)");
      expect(await readKept(page)).toBeNull();
      expect(await readFrame(page)).toBe(LIGHT);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await readFrame(page)).toBe(DARK);
      expect(await paper()).toBe("rgb(29, 27, 24)");
    });
  });
});
