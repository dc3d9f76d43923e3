import { marked } from "marked";
import type { Browser, Page } from "@playwright/test";
import { serveForeignPage } from "./foreign-page";
import { expect, lookingTest as test } from "./site";
import type { Site } from "./site";

interface Given {
  readonly snippet: string;
  readonly policy: string;
}

/** Reads what the builder gives, at an address of it. */
async function askBuilder(page: Page, site: Site, query: string): Promise<Given> {
  await page.goto(`${site.url}/widget?${query}`);
  // Until the page's script has read the address, the snippet is the usual one.
  await expect(page.getByLabel("Link", { exact: true })).toBeVisible();
  return {
    snippet: await page.getByLabel("Snippet", { exact: true }).innerText(),
    policy: await page.getByLabel("Content-Security-Policy", { exact: true }).innerText(),
  };
}

/** Opens a stranger's page that allows what the builder says it has to, and nothing else. */
async function paste(
  browser: Browser,
  markup: string,
  policy: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const foreign = await serveForeignPage(markup, { policy: `default-src 'none'; ${policy}` });
  const page = await browser.newPage();
  const refused: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    // Inline styles are the page's affair: without them a frame has a border.
    if (text.includes("Content Security Policy") && !text.includes("style-src")) refused.push(text);
  });
  await page.route("https://img.shields.io/**", drawBadge);
  await page.goto(foreign.url);
  await look(page);
  expect(refused).toEqual([]);
  await page.close();
  await foreign.stop();
}

/** Does as shields.io does with an endpoint: asks it, refuses what it does not know, and draws its words. */
async function drawBadge(route: Parameters<Parameters<Page["route"]>[1]>[0]): Promise<void> {
  const endpoint = new URL(route.request().url()).searchParams.get("url") ?? "";
  const badge = await (await fetch(endpoint)).json();
  const known = /^(schemaVersion|label|message|color|namedLogo|logoColor|cacheSeconds)$/;
  expect(Object.keys(badge).filter((key) => !known.test(key))).toEqual([]);
  const body = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="20"><text y="14">${badge.message}</text></svg>`;
  expect(badge).toMatchObject({ schemaVersion: 1, message: "Notturno – Clara Schumann" });
  await route.fulfill({ contentType: "image/svg+xml", body });
}

async function expectPicture(page: Page, width: number, site: Site): Promise<void> {
  const link = page.getByRole("link").filter({ has: page.locator("img") });
  await expect(link).toHaveAttribute("href", `${site.url}/go`);
  await expect
    .poll(() => link.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(width);
}

test.describe("what the builder gives, in a stranger's page", () => {
  test("plays: frames and elements", async ({ page, site, browser }) => {
    for (const query of ["face=iframe", "face=iframe&theme=dark&size=card&ground=transparent"]) {
      const { snippet, policy } = await askBuilder(page, site, query);
      await paste(browser, snippet, policy, async (host) => {
        const face = host.frameLocator("iframe").getByRole("link", { name: /Notturno/ });
        await expect(face).toBeVisible();
        await host.screenshot({ path: `test-results/pictures/pasted-${query.length}.png` });
      });
    }
    for (const query of ["face=element", "face=element&theme=light&size=card&script=pinned"]) {
      const { snippet, policy } = await askBuilder(page, site, query);
      expect(snippet.includes("integrity=")).toBe(query.includes("pinned"));
      await paste(browser, snippet, policy, async (host) => {
        await expect(host.locator("now-playing").getByText("Notturno")).toBeVisible();
      });
    }
  });

  test("plays: pictures", async ({ page, site, browser }) => {
    for (const [query, width] of [
      ["face=image", 400],
      ["face=picture&width=300", 300],
    ] as const) {
      const { snippet, policy } = await askBuilder(page, site, query);
      await paste(browser, snippet, policy, (host) => expectPicture(host, width, site));
    }
    for (const [query, width] of [
      ["face=markdown", 400],
      ["face=markdown&theme=light&width=500", 500],
      ["face=badge", 320],
    ] as const) {
      const { snippet, policy } = await askBuilder(page, site, query);
      const markup = await marked.parse(snippet);
      await paste(browser, markup, policy, (host) => expectPicture(host, width, site));
    }
  });

  test("plays: an address, for readers of oEmbed", async ({ page, site, browser }) => {
    const { snippet, policy } = await askBuilder(page, site, "face=oembed");
    const endpoint = `${site.url}/api/oembed?url=${encodeURIComponent(snippet.trim())}&format=json`;
    const { html } = await (await fetch(endpoint)).json();
    await paste(browser, html, policy, async (host) => {
      await expect(host.frameLocator("iframe").getByText("Notturno")).toBeVisible();
    });
  });
});
