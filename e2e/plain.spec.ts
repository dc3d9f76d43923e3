import { listPages, listPosts, MISSING, withPage } from "./pages";
import { expect, lookingTest as test } from "./site";

/** The shortest page that says something says this much, in characters. */
const LEAST_TEXT = 60;

test.describe("without JavaScript", () => {
  test("every page is read, and shows no button that does nothing", async ({ browser, site }) => {
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      for (const path of await listPages(site.url)) {
        await page.goto(site.url + path, { waitUntil: "domcontentloaded" });
        await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
        expect((await page.locator("main").innerText()).length, path).toBeGreaterThan(LEAST_TEXT);
        await expect(page.getByRole("button").locator("visible=true"), path).toHaveCount(0);
        await expect(page.locator("footer").getByRole("img"), path).toBeVisible();
      }
    });
  });

  test("one goes through the site by its links, and finds everything in the index", async ({
    browser,
    site,
  }) => {
    const posts = await listPosts(site.url);
    await withPage(browser, { javaScriptEnabled: false }, async (page) => {
      await page.goto(site.url + MISSING);
      await page.locator("main a").click();
      await expect(page).toHaveURL(`${site.url}/`);
      for (const way of ["Writing", "Projects", "Uses", "Listening"]) {
        await page.getByRole("link", { name: way, exact: true }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(way);
      }
      await page.getByRole("link", { name: "Search" }).click();
      const listed = await page
        .locator("main a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      expect(listed).toEqual(expect.arrayContaining(posts));
      await page.locator(`main a[href="${posts[0]}"]`).click();
      await page.locator(".post-contents a").last().click();
      await expect(page).toHaveURL(/#/);
    });
  });
});
