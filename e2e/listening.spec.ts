import { mkdirSync, writeFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
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
        expect(await page.evaluate(readShift), name).toBe(0);
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
    });
  });
});
