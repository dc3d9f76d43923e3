import { mkdirSync, writeFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { readPlays } from "./contract";
import { expect, lookingTest as test } from "./site";
import { describeStates } from "./states";

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

/** The states that fill the wide page, and the one that leaves it empty. */
const WIDE = new Set(["playing", "long", "idle"]);

/** Layout shifts of the page so far, summed as browsers sum them. */
function readShift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += "value" in entry ? Number(entry.value) : 0;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 50);
  });
}

test.describe("the page about the music", () => {
  test("moves nothing when the music comes, and cuts none of it, in any state", async ({
    page,
    site,
  }) => {
    test.setTimeout(120_000);
    const { art, artSmall } = await (await fetch(site.api)).json();
    const states = describeStates({ art, artSmall }, Date.now());
    let body = states.idle;
    await page.route("**/api/now-playing", async (route) => {
      // After the page was seen without it.
      await new Promise((resolve) => setTimeout(resolve, 250));
      await route.fulfill({ json: body, headers: { date: new Date().toUTCString() } });
    });
    for (const [name, state] of Object.entries(states)) {
      body = state;
      for (const size of WIDE.has(name) ? [DESK, PHONE] : [PHONE]) {
        await page.setViewportSize(size);
        await page.goto(`${site.url}/listening`);
        const music = page.locator("main section").first();
        await expect(music).not.toHaveAttribute("data-state", "waiting");
        // Type that comes late on a busy machine may move a word by a hair, and nothing else may.
        expect(await page.evaluate(readShift), name).toBeLessThan(0.001);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways, name).toBe(0);
        if ("title" in state) await expect(music).toContainText(state.title.trim());
        if ("url" in state && state.url) {
          await expect(music.getByRole("link", { name: "Listen on Spotify" })).toHaveAttribute(
            "href",
            state.url,
          );
        }
        await page.screenshot({
          path: `test-results/pictures/listening-${name}-${size.width}.png`,
        });
      }
      if (!WIDE.has(name)) continue;
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id }) => id),
        name,
      ).toEqual([]);
    }
  });

  test("ends with what was just played, which moves nothing and leads to Spotify", async ({
    page,
    site,
  }) => {
    const list = `${site.url}/api/recently-played`;
    const { items } = readPlays(await (await fetch(list)).text());
    expect(items.length).toBeGreaterThan(0);
    await page.route("**/api/recently-played", async (route) => {
      // After the page was seen without it.
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size);
      await page.goto(`${site.url}/listening`);
      const plays = page
        .getByRole("list")
        .filter({ has: page.getByRole("listitem") })
        .last();
      await expect(page.getByRole("heading", { name: "Just played" })).toBeAttached();
      expect(await page.evaluate(readShift)).toBe(0);
      await expect(plays.getByRole("listitem")).toHaveCount(items.length);
      for (const [index, { title, url = "" }] of items.entries()) {
        const row = plays.getByRole("listitem").nth(index);
        await expect(row).toContainText(title);
        await expect(row.getByRole("link")).toHaveAttribute("href", url);
      }
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);
      await page.screenshot({
        path: `test-results/pictures/listening-plays-${size.width}.png`,
        fullPage: true,
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
  });

  test("says nothing of what was played where there is nothing to tell", async ({ page, site }) => {
    await page.route("**/api/recently-played", (route) =>
      route.fulfill({ json: { v: 1, items: [] } }),
    );
    const answered = page.waitForResponse("**/api/recently-played");
    await page.goto(`${site.url}/listening`);
    await answered;
    await expect(page.locator("main section").first()).not.toHaveAttribute("data-state", "waiting");
    await expect(page.getByRole("heading", { name: "Just played" })).toHaveCount(0);
  });

  test("has its list from one reading, whoever asks, for every page", async ({ site }) => {
    const list = `${site.url}/api/recently-played`;
    site.emulator.control.resetCounters();
    const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(list)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(site.emulator.control.state().counters.recentlyPlayed).toBeLessThanOrEqual(1);

    const [plain] = answers;
    expect(plain?.headers.get("content-type")).toBe("application/json");
    expect(plain?.headers.get("access-control-allow-origin")).toBe("*");
    expect(plain?.headers.get("x-content-type-options")).toBe("nosniff");
    expect(plain?.headers.get("cdn-cache-control")).toMatch(/^max-age=\d+$/);
    const etag = String(plain?.headers.get("etag"));
    const again = await fetch(`${list}?t=1`, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    const head = await fetch(list, { method: "HEAD" });
    expect({ status: head.status, body: await head.text() }).toEqual({ status: 200, body: "" });
    const preflight = await fetch(list, { method: "OPTIONS" });
    expect(preflight.status).toBe(204);
    const schema = await fetch(`${site.url}/recently-played.schema.json`);
    expect(await schema.json()).toHaveProperty("$schema");
  });

  test("is recommended with a picture", async ({ page, site }) => {
    const picture = await fetch(`${site.url}/listening/picture.png`);
    expect(picture.status).toBe(200);
    expect(picture.headers.get("content-type")).toBe("image/png");
    mkdirSync("test-results/pictures", { recursive: true });
    writeFileSync(
      "test-results/pictures/listening-og.png",
      Buffer.from(await picture.arrayBuffer()),
    );
    await page.goto(`${site.url}/listening`);
    await expect(page.getByRole("heading", { name: "Listening", level: 1 })).toBeVisible();
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("shows the card, which leads to the song", async ({ page, site }) => {
      await page.goto(`${site.url}/listening`);
      const card = page.locator("main a[href='/go'] img");
      await expect(card).toBeVisible();
      await expect(page.locator("main .ls-sleeve")).toBeHidden();
      await expect(page.getByRole("heading", { name: "Just played" })).toHaveCount(0);
    });
  });
});
