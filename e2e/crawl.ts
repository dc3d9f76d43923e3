import type { Page } from "@playwright/test";
import { MISSING } from "./pages";

/** Something that the site has sent. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly text: string;
  /** What can be linked to in it. */
  readonly ids: readonly string[];
  /** What it leads to and is made of, as it stands there. */
  readonly links: readonly string[];
}

/** Where a visitor and a machine come in. */
const DOORS = [
  "/",
  MISSING,
  "/sitemap.xml",
  "/robots.txt",
  "/search.json",
  "/api/oembed?url={site}/",
];

/**
 * Follows every link from every door, within the site; answers what was found by its path. The page given is
 * used to read HTML as browsers do.
 */
export async function crawl(url: string, reader: Page): Promise<Map<string, Answer>> {
  const found = new Map<string, Answer>();
  const waiting = DOORS.map((door) => door.replace("{site}", encodeURIComponent(url)));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const answer = await ask(url, path, reader);
    found.set(path, answer);
    for (const link of answer.links) {
      const target = locate(link, url + path);
      if (target?.origin === url) waiting.push(target.pathname + target.search);
    }
  }
  return found;
}

/** What a link leads to; undefined where it is not to the web. */
export function locate(link: string, from: string): URL | undefined {
  if (!URL.canParse(link, from)) return undefined;
  const target = new URL(link, from);
  return target.protocol.startsWith("http") ? target : undefined;
}

async function ask(url: string, path: string, reader: Page): Promise<Answer> {
  // Where the songs are is not ours to follow.
  const response = await fetch(url + path, { redirect: "manual" });
  const { status, headers } = response;
  const type = headers.get("content-type")?.split(";")[0] ?? "";
  const text = await response.text();
  return { status, type, headers, text, ...(await readLinks(type, text, reader)) };
}

async function readLinks(type: string, text: string, reader: Page) {
  if (type === "text/html") return readHtml(text, reader);
  return {
    ids: [],
    links: [...text.matchAll(LINKS[type] ?? /(?!)/g)].map(([, link = ""]) => link),
  };
}

/** How formats that are not HTML write their links. */
const LINKS: Readonly<Record<string, RegExp>> = {
  "application/xml": /<loc>([^<]+)<\/loc>/g,
  "application/rss+xml": /<(?:link|guid|url)>([^<]+)<|(?<=href=")([^"]+)/g,
  "application/atom+xml": /href="([^"]+)"/g,
  "application/feed+json": /"(?:url|home_page_url|feed_url)":"([^"]+)"/g,
  "application/json": /"(?:href|html_url)":"([^"]+)"/g,
  "application/manifest+json": /"(?:src|start_url)":\s*"([^"]+)"/g,
  "text/css": /url\("?([^")]+)"?\)/g,
  "text/markdown": /\]\((\S+?)\)/g,
  "text/plain": /\]\((\S+?)\)|(?<=^Sitemap: )(\S+)/gm,
};

function readHtml(html: string, reader: Page) {
  return reader.evaluate((source) => {
    const page = new DOMParser().parseFromString(source, "text/html");
    const read = (name: string) =>
      [...page.querySelectorAll(`[${name}]`)].map((node) => node.getAttribute(name) ?? "");
    const pictures = [...page.querySelectorAll('meta[property="og:image"]')];
    return {
      ids: read("id"),
      links: [
        ...["href", "src", "action", "poster"].flatMap(read),
        ...read("srcset").flatMap((set) =>
          set.split(",").map((part) => part.trim().split(" ")[0] ?? ""),
        ),
        ...pictures.map((meta) => meta.getAttribute("content") ?? ""),
      ],
    };
  }, html);
}
