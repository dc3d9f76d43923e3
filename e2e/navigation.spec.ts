import { listPosts, open } from "./pages";
import { expect, lookingTest as test } from "./site";

test.describe("a click within the site", () => {
  test("changes the page without loading another, and back changes it back", async ({
    page,
    site,
  }) => {
    const documents: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "document") documents.push(request.url());
    });
    await open(page, `${site.url}/writing`);
    const ways = page.getByRole("navigation", { name: "Pages" });
    const track = page.locator("main ol li a").first();
    const href = await track.getAttribute("href");
    await page.evaluate(() => scrollTo(0, 200));
    await track.click();
    await expect(page).toHaveURL(site.url + href);
    await expect(page.locator("article")).toBeVisible();
    const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
    await expect.poll(() => page.title()).toContain(title);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await expect(ways.getByRole("link", { name: "Writing" })).toHaveAttribute(
      "aria-current",
      "page",
    );
    // What a screen reader is told.
    await expect(page.locator("next-route-announcer")).toContainText(title);

    await ways.getByRole("link", { name: "Projects" }).click();
    await expect(page).toHaveTitle(/^Projects/);
    await expect(ways.locator("[aria-current]")).toHaveText("Projects");
    await page.goBack();
    await expect(page).toHaveURL(site.url + href);
    await page.goBack();
    await expect(page).toHaveURL(`${site.url}/writing`);
    await expect(page).toHaveTitle(/^Writing/);
    expect(documents).toEqual([`${site.url}/writing`]);
  });

  test("with Ctrl opens another tab, as browsers do", async ({ page, site, context }) => {
    await open(page, site.url);
    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      page.getByRole("link", { name: "Uses" }).click({ modifiers: ["Control"] }),
    ]);
    await expect(tab).toHaveURL(`${site.url}/uses`);
    expect(page.url()).toBe(`${site.url}/`);
  });

  test("leads to places on the page, and to places on another", async ({ page, site }) => {
    const [post = ""] = await listPosts(site.url);
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, site.url + post);
    const part = page.locator(".post-contents a").last();
    const place = (await part.getAttribute("href")) ?? "";
    await part.click();
    await expect(page).toHaveURL(site.url + post + place);
    await expect(page.locator(place)).toBeInViewport();
  });
});
