import Parser from "rss-parser";
import { afterEach, describe, expect, it, vi } from "vitest";
import { addressTwin } from "@/lib/content/addresses";
import { posts } from "@/lib/content/posts";
import { site } from "@/lib/site/site";
import { GET as drawPost } from "./(site)/writing/[slug]/picture.png/route";
import { GET as getTwin } from "./(site)/writing/[slug]/text.md/route";
import { GET as getAtom } from "./atom.xml/route";
import { GET as getJsonFeed } from "./feed.json/route";
import { GET as getRss } from "./feed.xml/route";
import { generateStaticParams as listIcons, GET as drawIcon } from "./icons/[file]/route";
import { GET as getLlms } from "./llms.txt/route";
import manifest from "./manifest";
import { generateStaticParams as listPictures, GET as drawPage } from "./pictures/[file]/route";
import { GET as getRobots } from "./robots.txt/route";
import { GET as getSitemap } from "./sitemap.xml/route";
import { GET as getUses } from "./uses.md/route";

const TEXTS = [getRss, getAtom, getJsonFeed, getSitemap, getRobots, getLlms, getUses];

function ask(host = "asked.test", headers: Record<string, string> = {}): Request {
  return new Request("http://127.0.0.1:3000/", {
    headers: { host, "x-forwarded-proto": "https", ...headers },
  });
}

function twinOf(slug: string): Promise<Response> {
  return getTwin(ask(), { params: Promise.resolve({ slug }) });
}

/** Of a PNG, in px. */
async function sizeOf(response: Response): Promise<readonly number[]> {
  expect(response.headers.get("content-type")).toBe("image/png");
  const png = new DataView(await response.arrayBuffer());
  expect(png.getUint32(0)).toBe(0x89504e47);
  return [png.getUint32(16), png.getUint32(20)];
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("what is served to machines", () => {
  it("names the address that was asked, and is kept by nobody, while there is no other", async () => {
    vi.stubEnv("SITE_URL", "");
    for (const get of TEXTS) {
      const response = get(ask());
      expect(await response.text()).toContain("https://asked.test/");
      expect(response.headers.get("cache-control")).toBe("private, no-cache");
    }
  });

  it("names the site's own address, whatever was asked, and may be kept", async () => {
    vi.stubEnv("SITE_URL", "https://site.test");
    for (const get of TEXTS) {
      const response = get(ask());
      const text = await response.text();
      expect(text).toContain("https://site.test/");
      expect(text).not.toContain("asked.test");
      expect(response.headers.get("cache-control")).toMatch(/^public, max-age=\d+/);
      const etag = String(response.headers.get("etag"));
      expect(get(ask("asked.test", { "if-none-match": etag })).status).toBe(304);
    }
  });

  it("says what it is, and is not taken for anything else", () => {
    const types = TEXTS.map((get) => get(ask()).headers.get("content-type")?.split(";")[0]);
    expect(types).toEqual([
      "application/rss+xml",
      "application/atom+xml",
      "application/feed+json",
      "application/xml",
      "text/plain",
      "text/plain",
      "text/markdown",
    ]);
    for (const get of TEXTS) {
      expect(get(ask()).headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("holds each post that may be shown, and nothing else, in full", async () => {
    const titles = posts.map(({ title }) => title);
    for (const get of [getRss, getAtom]) {
      const { items } = await new Parser().parseString(await get(ask()).text());
      expect(items.map(({ title }) => title)).toEqual(titles);
    }
    const { items } = await getJsonFeed(ask()).json();
    expect(items.map(({ title }: { title: string }) => title)).toEqual(titles);
    // An address that is not absolute would lead a reader to another site, or nowhere.
    for (const { content_html: html } of items) {
      for (const [, address] of html.matchAll(/<(?:a|img)[^>]* (?:href|src)="([^"]*)"/g)) {
        expect(address).toMatch(/^(?:https?|mailto):/);
      }
      expect(html).not.toMatch(/<[a-z][^>]* (?:class|style|tabindex)=|<script/);
    }
  });
});

describe("the twin of a post", () => {
  it("is its Markdown, which search engines leave to the page", async () => {
    for (const { slug, title } of posts) {
      const response = await twinOf(slug);
      expect(response.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
      expect(response.headers.get("x-robots-tag")).toBe("noindex");
      expect(response.headers.get("link")).toContain(`/writing/${slug}>; rel="canonical"`);
      expect(await response.text()).toContain(JSON.stringify(title));
    }
  });

  it("is not there where there is no post", async () => {
    expect((await twinOf("no-such-post")).status).toBe(404);
    expect((await twinOf("../../etc/passwd")).status).toBe(404);
  });

  it("is named in llms.txt", async () => {
    const text = await getLlms(ask()).text();
    for (const { slug } of posts) expect(text).toContain(`https://asked.test${addressTwin(slug)}`);
  });
});

describe("the pictures", () => {
  it("are drawn for each page and each post, in the size that crawlers expect", async () => {
    for (const { file } of listPictures()) {
      const response = await drawPage(ask(), { params: Promise.resolve({ file }) });
      expect(await sizeOf(response)).toEqual([1200, 630]);
    }
    const [post] = posts;
    if (!post) return;
    const response = await drawPost(ask(), { params: Promise.resolve({ slug: post.slug }) });
    expect(await sizeOf(response)).toEqual([1200, 630]);
  });

  it("are not drawn of what is not there", async () => {
    const file = Promise.resolve({ file: "no-such-page.png" });
    expect((await drawPage(ask(), { params: file })).status).toBe(404);
    expect((await drawIcon(ask(), { params: file })).status).toBe(404);
    const slug = Promise.resolve({ slug: "no-such-post" });
    expect((await drawPost(ask(), { params: slug })).status).toBe(404);
  });

  it("are icons of the sizes that the manifest names", async () => {
    const drawn = await Promise.all(
      listIcons().map(async ({ file }) => {
        const response = await drawIcon(ask(), { params: Promise.resolve({ file }) });
        return [`/icons/${file}`, (await sizeOf(response)).join("x")] satisfies [string, string];
      }),
    );
    const sizes = new Map<string, string>(drawn);
    expect(sizes.get("/icons/180.png")).toBe("180x180");
    for (const icon of manifest().icons ?? []) {
      if (icon.type === "image/png") expect(sizes.get(icon.src)).toBe(icon.sizes);
    }
    expect(manifest().name).toBe(site.title);
  });
});
