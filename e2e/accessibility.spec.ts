import type { Page } from "@playwright/test";
import { bringAxe, findFaults } from "./axe";
import { listPages, listPosts, open, withPage } from "./pages";
import { expect, lookingTest as test } from "./site";

const TINTS = {
  yellow: "#ffff00",
  blue: "#0000ff",
  white: "#ffffff",
  black: "#000000",
  neon: "#39ff14",
};

/** What a theme or a tint can break. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

test.describe("every page", () => {
  test("has nothing for axe to find at 390 and 1440 px, light and dark", async ({
    browser,
    site,
  }) => {
    test.setTimeout(150_000);
    const found: Record<string, string[]> = {};
    await withPage(browser, { reducedMotion: "reduce" }, async (page) => {
      for (const path of await listPages(site.url)) {
        await open(page, site.url + path);
        await bringAxe(page);
        for (const width of [390, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            const rules = colorScheme === "dark" ? COLOUR_RULES : undefined;
            const faults = await findFaults(page, { rules });
            if (faults.length > 0) found[`${path} ${width} ${colorScheme}`] = faults;
          }
        }
      }
    });
    expect(found).toEqual({});
  });

  test("can be read whatever colour a cover has", async ({ browser, site }) => {
    const [post = ""] = await listPosts(site.url);
    const found: Record<string, string[]> = {};
    await withPage(browser, { reducedMotion: "reduce" }, async (page) => {
      // Nothing that plays, or its tint would take the place of these.
      await page.route("**/api/now-playing", (route) =>
        route.fulfill({ json: { v: 1, state: "idle" } }),
      );
      for (const path of ["/", post]) {
        await open(page, site.url + path);
        await bringAxe(page);
        for (const [name, tint] of Object.entries(TINTS)) {
          await page.evaluate((colour) => {
            document.documentElement.style.setProperty("--tint", colour);
            document.documentElement.dataset.tinted = "";
          }, tint);
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            const faults = await findFaults(page, { rules: COLOUR_RULES });
            if (faults.length > 0) found[`${path} ${name} ${colorScheme}`] = faults;
          }
        }
      }
    });
    expect(found).toEqual({});
  });

  test("is whole at 320 px, which is 400 % of 1280", async ({ browser, site }) => {
    const found: Record<string, string[]> = {};
    await withPage(browser, { viewport: { width: 320, height: 256 } }, async (page) => {
      for (const path of await listPages(site.url)) {
        await open(page, site.url + path);
        const cut = await findCut(page);
        if (cut.length > 0) found[path] = cut;
      }
    });
    expect(found).toEqual({});
  });
});

/** What lies beyond the page's edges, unless in a box of its own that scrolls, or is not to be seen. */
function findCut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const sideways = scrollWidth > clientWidth ? [`the page: ${scrollWidth}`] : [];
    const isScrolled = (node: Element | null): boolean =>
      node !== null &&
      node !== document.body &&
      (/auto|scroll/.test(getComputedStyle(node).overflowX) || isScrolled(node.parentElement));
    const outside = [...document.querySelectorAll("body :not(script, style, noscript, noscript *)")]
      .filter((node) => {
        const { left, right, width, height } = node.getBoundingClientRect();
        return width > 1 && height > 1 && (left < 0 || right > clientWidth) && !isScrolled(node);
      })
      .map((node) => node.outerHTML.slice(0, 120));
    // Shortened titles of songs are meant so, and told in full by their titles.
    const clipped = [...document.querySelectorAll<HTMLElement>("main *, header *")]
      .filter((node) => {
        const { overflowX, display } = getComputedStyle(node);
        return (
          /hidden|clip/.test(overflowX) &&
          display !== "inline" &&
          node.clientWidth > 1 &&
          node.scrollWidth > node.clientWidth
        );
      })
      .map((node) => `clipped: ${node.outerHTML.slice(0, 120)}`);
    return [...sideways, ...outside, ...clipped];
  });
}
