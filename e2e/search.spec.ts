import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { open } from "./pages";
import { expect, lookingTest as test } from "./site";

const PICTURES = "test-results/pictures";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search" });
const field = (page: Page) => page.getByRole("combobox", { name: "Search pages and posts" });
const status = (page: Page) => palette(page).getByRole("status");

test.describe("the search", () => {
  test("opens by keyboard, finds, goes, and hands the focus back", async ({ page, site }) => {
    await open(page, `${site.url}/uses`);
    const opener = page.getByRole("link", { name: "Search", exact: true });
    await opener.focus();
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(palette(page)).toBeHidden();
    await expect(opener).toBeFocused();

    await page.keyboard.press("/");
    await page.keyboard.type("refrsh tokn");
    await expect(page.getByRole("option", { selected: true })).toContainText("refresh token");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`${site.url}/writing/six-months-in-the-life-of-a-refresh-token`);
    await expect(palette(page)).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("refresh token");
  });

  test("loads nothing before it is asked for, and nothing of other sites then", async ({
    page,
    site,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.url}/uses`);
    await expect(page.locator("footer")).toContainText("Notturno");
    expect(asked).not.toContain("/search.json");
    const before = asked.length;
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    const answers = asked.slice(before);
    expect(answers.filter((path) => !path.startsWith("/_next/"))).toEqual(["/search.json"]);
  });

  for (const [width, colorScheme] of [
    [390, "light"],
    [390, "dark"],
    [1440, "light"],
    [1440, "dark"],
  ] as const) {
    test(`has nothing for axe to find, and nothing sideways: ${width}, ${colorScheme}`, async ({
      page,
      site,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await open(page, `${site.url}/uses`);
      await page.getByRole("link", { name: "Search", exact: true }).click();
      for (const [name, query] of [
        ["empty", ""],
        ["found", "listening"],
        ["nothing", "xyzzy"],
      ] as const) {
        await field(page).fill(query);
        if (query) await expect(status(page)).not.toBeEmpty();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways).toBeLessThanOrEqual(0);
        await page.screenshot({ path: `${PICTURES}/search-${name}-${width}-${colorScheme}.png` });
      }
    });
  }

  test("searches on its page too, and keeps what is looked for in the address", async ({
    page,
    site,
  }) => {
    await open(page, `${site.url}/search?q=etag`);
    await expect(page.getByRole("searchbox")).toHaveValue("etag");
    await expect(page.getByRole("link", { name: /A footer that does not lie/ })).toBeVisible();
    await page.getByRole("searchbox").fill("token");
    await expect(page).toHaveURL(`${site.url}/search?q=token`);
    await page
      .getByRole("link", { name: /refresh token/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/writing\//);
    await page.goBack();
    await expect(page.getByRole("searchbox")).toHaveValue("token");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test("is an index of everything without JavaScript", async ({ browser, site }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.url}/uses`);
    await page.getByRole("link", { name: "Search", exact: true }).click();
    await expect(page).toHaveURL(`${site.url}/search`);
    await expect(page.getByRole("searchbox")).toBeHidden();
    await page.getByRole("link", { name: /A footer that does not lie/ }).click();
    await expect(page).toHaveURL(`${site.url}/writing/a-footer-that-does-not-lie`);
    await page.close();
  });
});
