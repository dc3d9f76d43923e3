import { bringAxe, findFaults } from "./axe";
import { describeStates } from "./states";
import { expect, lookingTest as test } from "./site";

const WIDTHS = [390, 768, 1440];
const NAMES = Object.keys(describeStates({ art: "", artSmall: "" }, 0));

test.describe("the footer's faces", () => {
  for (const name of NAMES) {
    test(`${name}: nothing cut off, moved or inaccessible at any width, in either theme`, async ({
      page,
      site,
    }) => {
      const { art, artSmall } = await (await fetch(site.api)).json();
      await page.route("**/api/now-playing", async (route) => {
        const body = describeStates({ art, artSmall }, Date.now())[name];
        await route.fulfill({ json: body, headers: { date: new Date().toUTCString() } });
      });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        await page.goto(site.url);
        const bar = page.getByRole("region", { name: "Now playing" });
        await expect(bar).not.toHaveAttribute("data-state", "waiting");
        await page.evaluate(() => document.fonts.ready);
        await bringAxe(page);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          const height = await bar.evaluate((node) => node.getBoundingClientRect().height);
          expect(height).toBe(width < 768 ? 72 : 64);
          const sideways = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(sideways).toBe(0);
          if (width === 390) {
            expect(await findFaults(page, { within: ".np-footer" })).toEqual([]);
          }
          await page.screenshot({
            path: `test-results/pictures/${name}-${width}-${colorScheme}.png`,
            clip: { x: 0, y: (width === 390 ? 844 : 900) - 120, width, height: 120 },
          });
        }
      }
    });
  }

  test("visitors never read an error", async ({ page, site }) => {
    await page.route("**/api/now-playing", (route) =>
      route.fulfill({ json: { v: 1, state: "unavailable", reason: "reauthorize" } }),
    );
    await page.goto(site.url);
    const bar = page.getByRole("region", { name: "Now playing" });
    await expect(bar).toHaveAttribute("data-state", "unavailable");
    await expect(bar).not.toContainText(/error|unavailable|reauthorize|spotify/i);
  });
});
