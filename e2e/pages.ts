import type { Browser, BrowserContextOptions, Page } from "@playwright/test";

/** A page that nobody has written. */
export const MISSING = "/not-on-this-record";

/** The addresses in a sitemap. */
export function readSitemap(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);
}

/** The paths of all pages, whatever has been written: of the tags' pages, which are alike, the first. */
export async function listPages(url: string): Promise<string[]> {
  const sitemap = await (await fetch(`${url}/sitemap.xml`)).text();
  const paths = readSitemap(sitemap).map((address) => new URL(address).pathname);
  const firstTag = paths.find(isTag);
  return [...paths.filter((path) => !isTag(path) || path === firstTag), "/search", MISSING];
}

/** The paths of all posts, the longest first. */
export async function listPosts(url: string): Promise<string[]> {
  const posts = (await listPages(url)).filter((path) => /^\/writing\/[^/]+$/.test(path));
  const long = await Promise.all(
    posts.map(async (path) => ({ path, length: (await (await fetch(url + path)).text()).length })),
  );
  return long.toSorted((one, other) => other.length - one.length).map(({ path }) => path);
}

function isTag(path: string): boolean {
  return path.startsWith("/writing/tags/");
}

/** Does something with a page of its own, and closes it. */
export async function withPage<T>(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Goes there, and waits until the page is awake, the music has come and the type is set. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.np-bar:not([data-state="waiting"])').waitFor();
  await page.evaluate(() => document.fonts.ready);
}
