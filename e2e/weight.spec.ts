import { resolve } from "node:path";
import type { Page, Response } from "@playwright/test";
import { buildEmptyApp } from "@/scripts/bench/weight/empty-app";
import { weighFiles, weighPage } from "@/scripts/bench/weight/weigh-page";
import { listPosts, open, withPage } from "./pages";
import { expect, lookingTest as test } from "./site";

const BUILD = resolve(import.meta.dirname, "../.next");

/** In bytes. */
const MOST_OWN_SCRIPT = 10_240;
const MOST_TYPE = 122_880;
const MOST_REQUESTS = 16;

const FONTS = "**/*.woff2";

test.describe("what a visit costs", () => {
  test("ten kilobytes of script beyond an empty app's, and few requests", async ({
    browser,
    site,
  }) => {
    test.setTimeout(120_000);
    const { folder, html } = await buildEmptyApp();
    const empty = weighPage(folder, html).script.gzip;
    const [longest = ""] = await listPosts(site.url);
    for (const path of ["/", longest]) {
      await withPage(browser, { reducedMotion: "reduce" }, async (page) => {
        const responses = await collect(page, site.url + path);
        const scripts = responses.map(({ url }) => url).filter((url) => url.endsWith(".js"));
        const own = weighFiles(BUILD, scripts).gzip - empty;
        const type = responses.filter(({ url }) => url.endsWith(".woff2"));
        const typeBytes = type.reduce((sum, { bytes }) => sum + bytes, 0);
        const description = `${own} bytes of script beyond ${empty}, ${typeBytes} of type, ${responses.length} requests`;
        test.info().annotations.push({ type: path, description });
        expect(own, path).toBeGreaterThan(0);
        expect(own, path).toBeLessThanOrEqual(MOST_OWN_SCRIPT);
        expect(typeBytes, path).toBeLessThanOrEqual(MOST_TYPE);
        expect(responses.length, path).toBeLessThanOrEqual(MOST_REQUESTS);
      });
    }
  });

  test("a page is seen before it asks for its scripts, and wakes all the same", async ({
    browser,
    site,
  }) => {
    await withPage(browser, {}, async (page) => {
      await open(page, site.url);
      const footer = page.getByRole("region", { name: "Now playing" });
      await expect(footer).toContainText("Notturno");
      const { painted, asked } = await page.evaluate(() => ({
        painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity,
        asked: performance
          .getEntriesByType("resource")
          .filter(({ name }) => name.endsWith(".js"))
          .map(({ startTime }) => startTime),
      }));
      expect(asked.length).toBeGreaterThan(3);
      expect(Math.min(...asked)).toBeGreaterThanOrEqual(painted);
    });
  });

  test("hardly anything moves when the type comes late", async ({ browser, site }) => {
    const [longest = ""] = await listPosts(site.url);
    const shifts: Record<string, number> = {};
    for (const width of [390, 1440]) {
      for (const path of ["/", longest]) {
        await withPage(browser, { viewport: { width, height: 900 } }, async (page) => {
          await page.addInitScript(watchShifts);
          await page.route(FONTS, async (route) => {
            const response = await route.fetch();
            await new Promise((resolved) => setTimeout(resolved, 800));
            await route.fulfill({ response });
          });
          await open(page, site.url + path);
          await page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 100)));
          shifts[`${path} ${width}`] = await page.evaluate(() => Reflect.get(window, "shifted"));
        });
      }
    }
    // What stands in is as wide on average: a long title may still break elsewhere. 0.1 is called good
    // (https://web.dev/articles/cls).
    expect(Math.max(...Object.values(shifts)), JSON.stringify(shifts)).toBeLessThan(0.05);
  });
});

async function collect(page: Page, address: string) {
  const responses: Response[] = [];
  page.on("response", (response) => {
    // The browser asks for it, not the page, and once for the whole site.
    if (!response.url().endsWith("/icon.svg")) responses.push(response);
  });
  await open(page, address);
  await page.waitForLoadState("networkidle");
  return Promise.all(
    responses.map(async (response) => ({
      url: response.url(),
      bytes: (await response.body().catch(() => Buffer.alloc(0))).length,
    })),
  );
}

/** In the page. */
function watchShifts(): void {
  Object.assign(window, { shifted: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const sum = Number(Reflect.get(window, "shifted")) + Number(Reflect.get(entry, "value"));
      Object.assign(window, { shifted: sum });
    }
  }).observe({ type: "layout-shift", buffered: true });
}
