import type { Page } from "@playwright/test";
import { listPosts, open } from "./pages";
import { expect, lookingTest as test } from "./site";

/** What has the focus, by its name. */
const readFocus = (page: Page) =>
  page.evaluate(() => {
    const node = document.activeElement;
    return node === document.body
      ? ""
      : (node?.getAttribute("aria-label") ?? node?.textContent ?? "");
  });

/** Whether one sees what has the focus, and that it has it. */
const isFocusSeen = (page: Page) =>
  page.evaluate(() => {
    const node = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    const { top, bottom, width, height } = node.getBoundingClientRect();
    const bar = document.querySelector(".np-footer")?.getBoundingClientRect().top ?? innerHeight;
    const isInView = bottom > 0 && (top < bar || node.closest(".np-footer") !== null);
    return (
      outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && width * height > 1 && isInView
    );
  });

/** Tabs until something has the focus, through whatever lies before it. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press("Tab");
    expect(await isFocusSeen(page), await readFocus(page)).toBe(true);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Nothing by ${selector} was reached by Tab.`);
}

test.describe("with a keyboard only", () => {
  test("one skips to the text, and meets the header in its order", async ({ page, site }) => {
    await open(page, site.url);
    const order: string[] = [];
    for (let steps = 0; steps < 8; steps += 1) {
      await page.keyboard.press("Tab");
      order.push(await readFocus(page));
      expect(await isFocusSeen(page), order.at(-1)).toBe(true);
    }
    expect(order.slice(0, 1)).toEqual(["Skip to the text"]);
    expect(order.slice(2, 7)).toEqual(["Writing", "Projects", "Uses", "Listening", "Search"]);
    expect(order.at(7)).toMatch(/Dark/);

    await page.reload();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`${site.url}/#text`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main")?.id)).toBe("text");
  });

  test("one opens a post from the list, and begins at its top", async ({ page, site }) => {
    await open(page, `${site.url}/writing`);
    await tabTo(page, "main ol a");
    const href = await page.evaluate(() => document.activeElement?.getAttribute("href"));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(site.url + href);
    await expect(page.locator("article")).toBeVisible();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main")?.id)).toBe("text");
  });

  test("one searches, and is back where one was", async ({ page, site }) => {
    await open(page, `${site.url}/writing`);
    await tabTo(page, "main ol a");
    const before = await readFocus(page);
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox");
    await expect(field).toBeFocused();
    await page.keyboard.type("record");
    await expect(page.getByRole("option", { selected: true })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(field).toBeHidden();
    expect(await readFocus(page)).toBe(before);
  });

  test("one scrolls code, turns the theme, and reaches the music", async ({ page, site }) => {
    const [post = ""] = await listPosts(site.url);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, site.url + post);
    await tabTo(page, ".theme");
    await page.keyboard.press("Space");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await tabTo(page, "pre");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.evaluate(() => document.activeElement?.scrollLeft)).not.toBe(0);
    await page.locator("main a").last().focus();
    await tabTo(page, "footer a");
    expect(await readFocus(page)).toContain("Notturno");
  });
});
