import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./site";
import { song } from "./songs";

const bar = (page: Page) => page.getByRole("region", { name: "Now playing" });

/** Counts the polls of a page from now on. */
function countPolls(page: Page): () => number {
  let polls = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/now-playing")) polls += 1;
  });
  return () => polls;
}

/** Hides the page as a switch to another tab does, or brings it back. */
async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    const state = hidden ? "hidden" : "visible";
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}

test.describe("the footer", () => {
  test.use({
    siteOptions: { emulator: { playlist: [song("Notturno", 300), song("Mazurka", 300)] } },
  });

  test("shows the song, its maker, its cover, Spotify's mark and the way there", async ({
    page,
    site,
  }) => {
    await page.goto(site.url);
    const link = bar(page).getByRole("link", {
      name: /Notturno.*Clara Schumann.*Listen on Spotify/,
    });
    await expect(link).toHaveAttribute("href", /^https:\/\/open\.spotify\.com\/track\//);
    await expect(bar(page).getByRole("status")).toHaveText("Notturno, Clara Schumann");

    const cover = await bar(page)
      .locator("img")
      .evaluate((image: HTMLImageElement) => {
        const { width, height } = image.getBoundingClientRect();
        const { borderRadius, objectFit } = getComputedStyle(image);
        return {
          ratio: width / height,
          natural: image.naturalWidth / image.naturalHeight,
          borderRadius,
          objectFit,
        };
      });
    expect(cover.ratio).toBeCloseTo(cover.natural, 2);
    expect(cover.borderRadius).toBe("4px");
    const mark = await bar(page).locator("svg path").boundingBox();
    expect(mark?.width).toBeGreaterThanOrEqual(21);
  });

  test("shifts nothing, neither when the music comes nor when it changes or goes", async ({
    page,
    site,
  }) => {
    test.setTimeout(120_000);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(site.url);
    await expect(bar(page)).toContainText("Notturno");
    site.emulator.control.next();
    await lookUntil(page, () => expect(bar(page)).toContainText("Mazurka", SOON));
    site.emulator.control.silence();
    await lookUntil(page, () => expect(bar(page)).toHaveAttribute("data-state", "recent", SOON));
    const shifts = await page.evaluate(() => (window as Window & { shifts?: number[] }).shifts);
    expect(shifts).toEqual([]);
  });

  test("asks at most four times in a minute in the middle of a song", async ({ page, site }) => {
    test.setTimeout(90_000);
    const polls = countPolls(page);
    await page.goto(site.url);
    await expect(bar(page)).toContainText("Notturno");
    await page.waitForTimeout(60_000);
    expect(polls()).toBeGreaterThanOrEqual(2);
    expect(polls()).toBeLessThanOrEqual(4);
  });

  test("asks nothing while hidden, and at once when seen again", async ({ page, site }) => {
    test.setTimeout(90_000);
    await page.goto(site.url);
    await expect(bar(page)).toContainText("Notturno");
    await setHidden(page, true);
    const polls = countPolls(page);
    await page.waitForTimeout(40_000);
    expect(polls()).toBe(0);
    await setHidden(page, false);
    await expect.poll(polls, { timeout: 3_000 }).toBe(1);
  });

  test("changes nothing in the page during five seconds of steady play", async ({ page, site }) => {
    await page.goto(site.url);
    await expect(bar(page)).toContainText("Notturno");
    // The tint is there from the first answer on for the second visitor.
    await page.reload();
    await expect(bar(page)).toContainText("Notturno");
    await page.waitForTimeout(1_500);
    const changes = await page.evaluate(async () => {
      const records: string[] = [];
      const observer = new MutationObserver((list) => {
        for (const { type, target } of list) records.push(`${type} ${target.nodeName}`);
      });
      observer.observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      return records;
    });
    expect(changes).toEqual([]);
    const line = bar(page).locator("[aria-hidden] > div");
    const scale = () => line.evaluate((node) => new DOMMatrix(getComputedStyle(node).transform).a);
    const before = await scale();
    await page.waitForTimeout(1_000);
    expect((await scale()) - before).toBeGreaterThan(0.002);
  });

  test("tells a screen reader of each song once", async ({ page, site }) => {
    test.setTimeout(120_000);
    await page.goto(site.url);
    const status = bar(page).getByRole("status");
    await expect(status).toHaveText(/Notturno/);
    await page.evaluate(() => {
      const spoken: string[] = [];
      Object.assign(window, { spoken });
      const output = document.querySelector("output");
      if (!output) return;
      new MutationObserver(() => spoken.push(output.textContent ?? "")).observe(output, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    site.emulator.control.pause();
    await lookUntil(page, () => expect(bar(page)).toHaveAttribute("data-state", "paused", SOON));
    site.emulator.control.next();
    site.emulator.control.play();
    await lookUntil(page, () => expect(status).toHaveText(/Mazurka/, SOON));
    const spoken = await page.evaluate(() => (window as Window & { spoken?: string[] }).spoken);
    expect(spoken).toEqual(["Mazurka, Clara Schumann"]);
  });

  test("tints the accent, and keeps it readable", async ({ page, site }) => {
    await page.goto(site.url);
    const html = page.locator("html");
    await lookUntil(page, () => expect(html).toHaveAttribute("data-tinted", "", SOON));
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await worstContrast(page)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("steps instead of gliding where motion is unwanted", async ({ page, site }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(site.url);
    const line = bar(page).locator("[aria-hidden] > div");
    await expect(line).toHaveCSS("animation-timing-function", /steps\(/);
  });

  test("is shown as a card without JavaScript", async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url);
    const card = page.getByRole("img", { name: /card/ });
    await expect(card).toBeVisible();
    expect(await card.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400);
    const link = page.getByRole("link", { name: /card/ });
    await expect(link).toHaveAttribute("href", "/go");
    const answer = await fetch(`${site.url}/go`, { redirect: "manual" });
    expect(answer.headers.get("location")).toMatch(/^https:\/\/open\.spotify\.com\//);
    await context.close();
  });

  test("comes back by itself after the server was away", async ({ page, site }) => {
    await page.goto(site.url);
    await expect(bar(page)).toContainText("Notturno");
    await page.route("**/api/now-playing", (route) => route.abort());
    await setHidden(page, true);
    await setHidden(page, false);
    site.emulator.control.next();
    // Longer than the plan's shortest pause: whoever is answered then is told the new song.
    await page.waitForTimeout(11_000);
    await page.unroute("**/api/now-playing");
    await expect(bar(page)).toContainText("Mazurka", { timeout: 40_000 });
  });

  test("has nothing for axe to find, in both themes, on a phone and a desktop", async ({
    page,
    site,
  }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.goto(site.url);
        await expect(bar(page)).toContainText("Notturno");
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
    }
  });
});

test.describe("songs that end while somebody watches", () => {
  const playlist = ["Prelude", "Fugue", "Gigue", "Bourrée"].map((title) => song(title, 12));
  test.use({ siteOptions: { emulator: { playlist } } });

  test("are followed by the next one within six seconds", async ({ page, site }) => {
    await page.goto(site.url);
    const ends: number[] = [];
    for (const title of ["Fugue", "Gigue"]) {
      await expect(bar(page)).toContainText(title, { timeout: 20_000 });
      const { positionMs } = site.emulator.control.state();
      ends.push(positionMs);
    }
    // How far into the next song its title came.
    expect(Math.max(...ends)).toBeLessThan(6_000);
  });
});

test.describe("a page whose scripts come late", () => {
  test.use({ siteOptions: { emulator: { playlist: [song("Notturno", 60)] } } });

  test("still knows how far the song is", async ({ page, site }) => {
    await page.route("**/_next/static/**/*.js", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      await route.continue();
    });
    await page.goto(site.url);
    await expect(bar(page)).toContainText("Notturno");
    const shown = await bar(page)
      .locator("[aria-hidden] > div")
      .evaluate((node) => new DOMMatrix(getComputedStyle(node).transform).a);
    const { positionMs, durationMs } = site.emulator.control.state();
    expect(Math.abs(shown - positionMs / durationMs) * durationMs).toBeLessThan(1_500);
  });
});

const SOON = { timeout: 1_000 };

/** Comes back to the page again and again until it shows what it should: the server may still rest. */
async function lookUntil(page: Page, isShown: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await setHidden(page, true);
    await setHidden(page, false);
    await isShown();
  }).toPass({ timeout: 45_000, intervals: [2_000] });
}

/** The lowest contrast of accent and paper over all hues and many lightnesses of a cover. */
async function worstContrast(page: Page): Promise<number> {
  return page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const root = document.documentElement;
    if (!context) return 0;
    const luminance = (colour: string): number => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
        const part = byte / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = "var(--accent)";
    const paper = luminance(getComputedStyle(document.body).backgroundColor);
    let worst = 21;
    for (let hue = 0; hue < 360; hue += 5) {
      for (const lightness of [5, 25, 50, 75, 95]) {
        for (const saturation of [20, 100]) {
          root.style.setProperty("--tint", `hsl(${hue} ${saturation}% ${lightness}%)`);
          const accent = luminance(getComputedStyle(probe).color);
          const [light, dark] = [Math.max(paper, accent), Math.min(paper, accent)];
          worst = Math.min(worst, (light + 0.05) / (dark + 0.05));
        }
      }
    }
    probe.remove();
    return worst;
  });
}
