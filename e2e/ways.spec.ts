import type { Page } from "@playwright/test";
import { expect, lookingTest as test } from "./site";

/** What the page's policy forbids from now on. */
function listRefusals(page: Page): string[] {
  const refusals: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) refusals.push(message.text());
  });
  return refusals;
}

/** When the document was loaded: a page that is changed in place stays the same document. */
function readOrigin(page: Page): Promise<number> {
  return page.evaluate(() => performance.timeOrigin);
}

test("the builder shows its frames to whoever comes from another page", async ({ site, page }) => {
  const refusals = listRefusals(page);
  await page.goto(`${site.url}/listening`, { waitUntil: "networkidle" });
  const origin = await readOrigin(page);
  await page.locator('main a[href="/widget"]').click();
  const frames = page.locator("iframe");
  await expect(frames.first().contentFrame().getByText("Notturno")).toBeVisible();
  expect(await readOrigin(page)).toBe(origin);
  expect(refusals).toEqual([]);
});

test("covers are seen by whoever comes from the owner's page", async ({ site, page }) => {
  const refusals = listRefusals(page);
  await page.goto(`${site.url}/owner`, { waitUntil: "networkidle" });
  await page.locator('nav a[href="/listening"]').click();
  const cover = page.locator("main img").first();
  await expect(cover).toBeVisible();
  await expect
    .poll(() => cover.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .not.toBe(0);
  expect(refusals).toEqual([]);
});

test("the palette makes way for the whole index", async ({ site, page }) => {
  await page.goto(`${site.url}/uses`, { waitUntil: "networkidle" });
  await page.keyboard.press("/");
  await page.getByRole("combobox").fill("budget");
  await page.getByRole("link", { name: "The whole index" }).click();
  await expect(page.getByRole("searchbox")).toHaveValue("budget");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
