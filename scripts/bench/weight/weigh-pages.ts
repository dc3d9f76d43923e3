import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "@/scripts/browser";
import { ROOT } from "@/scripts/project";
import type { VisitedPage } from "./results";
import { visitPage } from "./visit-page";
import { weighPage } from "./weigh-page";

const BUILD = join(ROOT, ".next");
const PAGES = join(BUILD, "server/app");

/**
 * Weighs the front page and the longest post, and has a browser count what they ask for.
 *
 * @param baseUrl where the build runs, without a slash at its end
 * @throws where there is no build, or no browser
 */
export async function weighPages(baseUrl: string): Promise<readonly VisitedPage[]> {
  if (!existsSync(join(PAGES, "index.html")))
    throw new Error("There is no build to weigh: run `npm run build` first.");
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error("Fonts and requests are counted in Chromium: npx playwright install chromium");
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  try {
    const weighed: VisitedPage[] = [];
    for (const [path, file] of [["/", "index.html"] as const, findLongestPost()]) {
      const { responses } = await visitPage(browser, baseUrl + path);
      const scripts = responses.filter(({ type }) => type === "script");
      const fonts = responses.filter(({ type }) => type === "font");
      const html = readFileSync(join(PAGES, file), "utf8");
      const asked = scripts.map((script) => script.path);
      weighed.push({
        path,
        ...weighPage(BUILD, html, asked),
        typeBytes: fonts.reduce((sum, { bytes }) => sum + bytes, 0),
        requests: responses.length,
      });
    }
    return weighed;
  } finally {
    await browser.close();
  }
}

function findLongestPost(): readonly [path: string, file: string] {
  const [longest] = readdirSync(join(PAGES, "writing"))
    .filter((name) => name.endsWith(".html"))
    .map((name) => ({ name, length: readFileSync(join(PAGES, "writing", name)).length }))
    .toSorted((one, other) => other.length - one.length);
  if (!longest) throw new Error("The build has no post to weigh: write one, and build again.");
  return [`/writing/${longest.name.replace(/\.html$/, "")}`, `writing/${longest.name}`];
}
