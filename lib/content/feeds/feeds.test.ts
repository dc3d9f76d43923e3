import fc from "fast-check";
import Parser from "rss-parser";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { Post } from "@/lib/content/model";
import { element, samplePost } from "@/lib/content/testing/sample-post";
import { describeFeed } from "./describe-feed";
import type { Feed } from "./feed";
import { writeAtom } from "./write-atom";
import { writeJsonFeed } from "./write-json-feed";
import { writeRss } from "./write-rss";

const AUTHOR = {
  name: "Mara Lindqvist",
  title: "Liner & Notes",
  description: "Software, typeset.",
  language: "en",
  timeZone: "Europe/Stockholm",
};

const HOME = new URL("https://site.test/notes");

const HOSTILE = [
  "]]>",
  "<![CDATA[x]]>",
  "<b>&amp; &copy;",
  "a\" b='c",
  "\u0000\u0008\u000B\u001F\u007F\u0085",
  "\uD800 lone \uDFFF",
  "\uFFFE\uFFFF",
  "👩‍👩‍👧‍👦 مرحبا \u202Eback",
];

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

function describeAt(posts: readonly Post[], path = "/feed.xml"): Feed {
  return describeFeed(posts, AUTHOR, { home: HOME, path });
}

/** What XML can carry of a text: this is what each reader has to get back. */
function carried(text: string): string {
  return text.replace(/[^\t\n\r\P{Cc}]|[\p{Cs}\uFFFE\uFFFF]/gu, "").replace(/\r\n?/g, "\n");
}

/** Throws at what is not well-formed; gives the texts of all elements of a name. */
function readXml(xml: string, name: string): string[] {
  const texts: string[] = [];
  let text = "";
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", () => (text = ""));
  parser.on("text", (part) => (text += part));
  parser.on("closetag", (tag) => tag.name === name && texts.push(text));
  parser.write(xml).close();
  return texts;
}

const link = element("a", { href: "/listening" }, "listening");
const note = element("a", { href: "#fn-1" }, "1");
const POSTS = [
  samplePost({
    slug: "later",
    title: 'Titles: <T> & "]]>"',
    date: "2026-11-20",
    updated: "2026-11-21",
    tree: { type: "root", children: [element("p", {}, "A & b ]]> ", link, note)] },
  }),
  samplePost(),
];

describe("the feeds", () => {
  it("are read by a feed reader, as RSS and as Atom, with all that they say", async () => {
    for (const write of [writeRss, writeAtom]) {
      const feed = await new Parser().parseString(write(describeAt(POSTS)));
      expect(feed.title).toBe("Liner & Notes");
      expect(feed.link).toBe("https://site.test/notes");
      expect(feed.feedUrl).toBe("https://site.test/notes/feed.xml");
      expect(feed.items).toHaveLength(2);
      const [first] = feed.items;
      expect(first).toMatchObject({
        title: 'Titles: <T> & "]]>"',
        link: "https://site.test/notes/writing/later",
        isoDate: "2026-11-19T23:00:00.000Z",
      });
      const html = String(first?.["content:encoded"] ?? first?.content);
      expect(html).toContain('<a href="https://site.test/notes/listening">');
      expect(html).toContain('<a href="https://site.test/notes/writing/later#fn-1">');
    }
  });

  it("name each post once and for all by its address", () => {
    const rss = writeRss(describeAt(POSTS));
    expect(readXml(rss, "guid")).toEqual(readXml(rss, "link").slice(1));
    expect(rss).toContain('<guid isPermaLink="true">');
    expect(readXml(writeAtom(describeAt(POSTS)), "id")).toEqual([
      "https://site.test/notes",
      "https://site.test/notes/writing/later",
      "https://site.test/notes/writing/a-budget-of-calls",
    ]);
  });

  it("say who wrote it, in which language and when it changed", () => {
    const rss = writeRss(describeAt(POSTS));
    expect(readXml(rss, "dc:creator")).toEqual(["Mara Lindqvist", "Mara Lindqvist"]);
    expect(readXml(rss, "language")).toEqual(["en"]);
    expect(readXml(rss, "lastBuildDate")).toEqual(["Fri, 20 Nov 2026 23:00:00 GMT"]);
    const atom = writeAtom(describeAt(POSTS));
    expect(atom).toContain('xml:lang="en"');
    expect(readXml(atom, "updated").slice(0, 2)).toEqual([
      "2026-11-20T23:00:00.000Z",
      "2026-11-20T23:00:00.000Z",
    ]);
  });

  it("hold what JSON Feed 1.1 asks for", () => {
    const feed = JSON.parse(writeJsonFeed(describeAt(POSTS, "/feed.json")));
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: "Liner & Notes",
      home_page_url: "https://site.test/notes",
      feed_url: "https://site.test/notes/feed.json",
      authors: [{ name: "Mara Lindqvist", url: "https://site.test/notes" }],
      language: "en",
    });
    expect(feed.items[0]).toMatchObject({
      id: "https://site.test/notes/writing/later",
      url: "https://site.test/notes/writing/later",
      tags: ["Spotify"],
      date_published: "2026-11-19T23:00:00.000Z",
      date_modified: "2026-11-20T23:00:00.000Z",
    });
    expect(feed.items[0].content_html).toContain("https://site.test/notes/listening");
  });

  it("lead to the address that was asked, each time", () => {
    const path = "/feed.xml";
    for (const host of ["one.test", "two.test", "one.test"]) {
      const feed = describeFeed(POSTS, AUTHOR, { home: new URL(`https://${host}`), path });
      expect(feed.entries[0]?.html).toContain(`https://${host}/listening`);
    }
  });

  it("are whole before anything is written", async () => {
    expect((await new Parser().parseString(writeRss(describeAt([])))).items).toEqual([]);
    expect(readXml(writeAtom(describeAt([])), "updated")).toEqual(["1970-01-01T00:00:00.000Z"]);
    expect(JSON.parse(writeJsonFeed(describeAt([]))).items).toEqual([]);
  });

  it("hold the latest thirty", () => {
    const posts = Array.from({ length: 40 }, (_, index) => samplePost({ slug: `post-${index}` }));
    expect(describeAt(posts).entries.map(({ url }) => url.split("-").at(-1))).toEqual(
      Array.from({ length: 30 }, (_, index) => String(index)),
    );
  });

  it("carry any title, summary, tag and text, and are well-formed whatever they say", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (title, summary, name, text) => {
        const tree = { type: "root" as const, children: [element("p", { title: text }, text)] };
        const posts = [samplePost({ title, summary, tags: [{ slug: "tag", name }], tree })];
        const rss = writeRss(describeAt(posts));
        expect(readXml(rss, "title")[1]).toBe(carried(title));
        expect(readXml(rss, "description")[1]).toBe(carried(summary));
        expect(readXml(rss, "category")).toEqual([carried(name)]);
        const atom = writeAtom(describeAt(posts));
        expect(readXml(atom, "title")[1]).toBe(carried(title));
        expect(readXml(atom, "content")).toEqual(readXml(rss, "content:encoded"));
        const json = writeJsonFeed(describeAt(posts));
        expect(JSON.parse(json).items[0].title).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 200 },
    );
  });
});
