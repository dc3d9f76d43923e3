import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "./site";

/** `npm run pictures` renews the README's own; other runs only show that they can be taken. */
const FOLDER = resolve(
  import.meta.dirname,
  process.env.PICTURES ? "../docs/pictures" : "../test-results/readme",
);

test.describe("the README's pictures", () => {
  for (const [name, width, height, colorScheme] of [
    ["home-light", 1440, 900, "light"],
    ["home-dark", 1440, 900, "dark"],
    ["phone", 390, 760, "light"],
  ] as const) {
    test(`shows the site: ${name}`, async ({ page, site }) => {
      mkdirSync(FOLDER, { recursive: true });
      site.emulator.control.jump({ index: name === "home-dark" ? 0 : 2, positionMs: 52_000 });
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(site.url);
      const bar = page.getByRole("region", { name: "Now playing" });
      await expect(bar).toHaveAttribute("data-state", "playing");
      await expect.poll(async () => (await fetch(site.api)).text()).toContain('"tint"');
      await page.reload();
      await expect(page.locator("html")).toHaveAttribute("data-tinted", "");
      await expect
        .poll(() => bar.locator("img").evaluate((image: HTMLImageElement) => image.complete))
        .toBe(true);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `${FOLDER}/${name}.png` });
    });
  }

  for (const [name, width, height, colorScheme] of [
    ["owner", 1440, 1120, "light"],
    ["owner-phone", 390, 860, "dark"],
  ] as const) {
    test(`shows the owner's page: ${name}`, async ({ page, site }) => {
      mkdirSync(FOLDER, { recursive: true });
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(`${site.url}/owner`);
      await page.getByRole("button", { name: "Sign in with Spotify" }).click();
      await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `${FOLDER}/${name}.png` });
    });
  }

  test("shows the builder", async ({ page, site }) => {
    mkdirSync(FOLDER, { recursive: true });
    site.emulator.control.jump({ index: 2, positionMs: 52_000 });
    await page.setViewportSize({ width: 1440, height: 1_480 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`${site.url}/widget?face=element&size=card`);
    await expect(page.getByLabel("Link", { exact: true })).toBeVisible();
    await expect(page.locator("now-playing [part=title]:visible").first()).toBeVisible();
    await expect
      .poll(() =>
        page
          .locator("now-playing img:visible")
          .evaluateAll(
            (covers: HTMLImageElement[]) => covers.filter(({ complete }) => complete).length,
          ),
      )
      .toBeGreaterThan(1);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${FOLDER}/widget.png` });
  });

  test("shows the emulator's desk", async ({ page, site }) => {
    mkdirSync(FOLDER, { recursive: true });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(site.emulator.url);
    await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
    await page.screenshot({ path: `${FOLDER}/emulator.png` });
  });
});
