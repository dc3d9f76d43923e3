import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { crawl, locate } from "./crawl";
import type { Answer } from "./crawl";
import { MISSING } from "./pages";
import { expect, lookingTest as base } from "./site";

const ROOT = resolve(import.meta.dirname, "..");

/** The one draft, by a word that stands in nothing else, and by its slug and title. */
const DRAFT = /quillorama|what.the.b.side.is.for/i;

const test = base.extend<object, { found: Map<string, Answer> }>({
  found: [
    async ({ browser, site }, use) => {
      const page = await browser.newPage();
      await use(await crawl(site.url, page));
      await page.close();
    },
    { scope: "worker" },
  ],
});

test.describe("all that the site is made of", () => {
  test("is there, wherever a link leads", ({ site, found }) => {
    expect(found.size).toBeGreaterThan(40);
    const broken: string[] = [];
    for (const [path, { links }] of found) {
      for (const link of links) {
        const target = locate(link, site.url + path);
        if (target?.origin !== site.url) continue;
        const answer = found.get(target.pathname + target.search);
        const id = decodeURIComponent(target.hash.slice(1));
        const isThere = answer && (answer.status < 400 || target.pathname === MISSING);
        if (!isThere) broken.push(`${path}: ${link} (${answer?.status})`);
        else if (id && !answer.ids.includes(id)) broken.push(`${path}: ${link} (no such place)`);
      }
    }
    expect(broken).toEqual([]);
  });

  test("is sent with what keeps a page safe, and only the frame may be framed", async ({
    site,
    found,
  }) => {
    const pages = [...found].filter(([path, { type }]) => type === "text/html" && !isFrame(path));
    expect(pages.length).toBeGreaterThan(10);
    for (const [path, { headers }] of pages) expectSafe(path, headers);
    for (const path of ["/embedded", "/embed.html", "/owner", MISSING]) {
      const { headers } = await fetch(site.url + path, { redirect: "manual" });
      expect(headers.get("x-frame-options"), path).toBe("DENY");
    }
    const { headers } = await fetch(`${site.url}/embed`);
    expect(headers.get("x-frame-options")).toBeNull();
    expect(headers.get("content-security-policy")).toContain("frame-ancestors *");
  });

  test("holds no word of a draft", async ({ site, found }) => {
    const paths = [...found].filter(([path, { text }]) => DRAFT.test(path + text));
    expect(paths.map(([path]) => path)).toEqual([]);
    const slug = "what-the-b-side-is-for";
    expect(readFileSync(join(ROOT, `content/writing/${slug}.mdx`), "utf8")).toMatch(DRAFT);
    for (const path of ["", ".md", "/text.md", "/picture.png"]) {
      expect((await fetch(`${site.url}/writing/${slug}${path}`)).status, path).toBe(404);
    }
    const built = [".next/static", ".next/server", ".next/standalone"].flatMap((folder) =>
      listFiles(join(ROOT, folder)).filter((file) => DRAFT.test(readFileSync(file, "latin1"))),
    );
    expect(built).toEqual([]);
  });
});

function isFrame(path: string): boolean {
  return path === "/embed" || path.startsWith("/embed?");
}

function expectSafe(path: string, headers: Headers): void {
  const policy = headers.get("content-security-policy");
  expect(policy, path).toContain("default-src 'none'");
  expect(policy, path).toContain("frame-ancestors 'none'");
  expect(headers.get("x-frame-options"), path).toBe("DENY");
  expect(headers.get("x-content-type-options"), path).toBe("nosniff");
  expect(headers.get("strict-transport-security"), path).toMatch(/^max-age=\d{8}/);
  expect(headers.get("permissions-policy"), path).toContain("microphone=()");
  expect(headers.get("referrer-policy"), path).toMatch(/^(?:strict-origin-when-cross|same)-origin/);
}

/** The build's own files: packages are others'. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name));
}
