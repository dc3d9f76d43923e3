import { mkdirSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, lookingTest as test } from "./site";
import type { Site } from "./site";

const PICTURES = "test-results/pictures";

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });
const radio = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });

/** Opens the builder, and waits until it has read its address. */
async function open(page: Page, site: Site, query = ""): Promise<void> {
  await page.goto(`${site.url}/widget${query}`);
  await expect(region(page, "Link")).toBeVisible();
}

/** Brings what waits for its turn into view, as a reader's scrolling does. */
async function scrollThrough(page: Page): Promise<void> {
  for (const figure of await page.locator("figure").all()) await figure.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 0));
}

test.describe("the builder", () => {
  for (const [width, colorScheme, face, more] of [
    [390, "light", "iframe", "theme=Dark"],
    [390, "dark", "element", "size=card&ground=transparent"],
    [1440, "light", "element", "ground=transparent"],
    [1440, "dark", "markdown", "preview=paused"],
  ] as const) {
    test(`has nothing for axe to find and nothing sideways: ${face}, ${width}, ${colorScheme}`, async ({
      page,
      site,
    }) => {
      mkdirSync(PICTURES, { recursive: true });
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await open(page, site, `?face=${face}&${more}`);
      await scrollThrough(page);
      await expect(page.locator("footer")).toContainText("Notturno");
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);
      // High enough for frames to be drawn where a picture of the whole page looks.
      await page.setViewportSize({ width, height: 3_400 });
      await page.screenshot({ path: `${PICTURES}/widget-${face}-${width}-${colorScheme}.png` });
    });
  }

  test("has the frame and its snippet without JavaScript, and nothing that would not work", async ({
    browser,
    site,
  }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.url}/widget`);
    await expect(region(page, "Snippet")).toContainText(`<iframe src="${site.url}/embed"`);
    await expect(page.frameLocator("iframe").getByText("Notturno")).toBeVisible();
    await expect(page.locator("button:visible, input:visible")).toHaveCount(0);
    await page.screenshot({ path: `${PICTURES}/widget-without-script.png`, fullPage: true });
    await page.close();
  });

  test("is led by the keyboard: one stop for the tabs, arrows between them", async ({
    page,
    site,
  }) => {
    await open(page, site);
    await tab(page, "iframe").focus();
    await page.keyboard.press("ArrowRight");
    await expect(tab(page, "Element")).toBeFocused();
    await expect(page.getByRole("tabpanel", { name: "Element" })).toBeVisible();
    await page.keyboard.press("End");
    await expect(tab(page, "React")).toBeFocused();
    await expect(region(page, "Snippet")).toContainText("npx shadcn@latest add");
    await page.keyboard.press("Home");
    await expect(tab(page, "iframe")).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await expect(tab(page, "iframe")).toBeFocused();
  });

  test("keeps what is chosen in its address, names what it does not understand, and warns", async ({
    page,
    site,
  }) => {
    // All of it in sight: a click right after a scroll may land where a frame was before.
    await page.setViewportSize({ width: 1440, height: 1_800 });
    await open(page, site, "?theme=Dark");
    const problem = page.getByText("theme=Dark was not understood: auto, light, dark");
    await expect(problem).toBeVisible();
    await radio(page, "light").check();
    await expect(problem).toBeHidden();
    await radio(page, "card").check();
    await radio(page, "transparent").check();
    await page.getByLabel("Your page’s background").fill("#1d1b18");
    await expect(page.getByText("Choose the theme dark.")).toBeVisible();
    await expect(page).toHaveURL(
      `${site.url}/widget?theme=light&size=card&ground=transparent&background=1d1b18`,
    );
    const before = await region(page, "Snippet").innerText();
    await page.reload();
    await expect(radio(page, "light")).toBeChecked();
    await expect(region(page, "Snippet")).toHaveText(before);
    await radio(page, "dark").check();
    await expect(page.getByText("Choose the theme")).toBeHidden();
    await expect(page.getByText("It can be read there")).toBeVisible();
  });

  test("copies exactly what is shown", async ({ page, site }) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page, site, "?face=element&theme=dark");
    for (const [name, button] of [
      ["Snippet", "Copy the snippet"],
      ["Content-Security-Policy", "Copy the policy"],
      ["Link", "Copy a link to these settings"],
    ] as const) {
      await page.getByRole("button", { name: button }).click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await region(page, name).innerText());
      await expect(page.getByText("Copied.").nth(0)).toBeVisible();
    }
    await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
    await expect(tab(page, "Element")).toHaveAttribute("aria-selected", "true");
  });

  test("shows every face, asks nobody but the site and the covers' host, and sets no cookie", async ({
    page,
    site,
  }) => {
    const asked = new Set<string>();
    page.on("request", (request) => asked.add(new URL(request.url()).origin));
    await open(page, site);
    const shown = page.getByRole("tabpanel");
    for (const face of await page.getByRole("tab").all()) {
      await face.click();
      await expect(shown.getByText(/\d bytes/).first()).toBeVisible();
      await expect(region(page, "Content-Security-Policy")).toBeVisible();
    }
    await tab(page, "Element").click();
    await scrollThrough(page);
    await expect(page.locator("now-playing").nth(2).getByText("Notturno")).toBeVisible();
    expect([...asked].filter((origin) => ![site.url, site.emulator.url].includes(origin))).toEqual(
      [],
    );
    expect(await page.context().cookies()).toEqual([]);
  });
});
