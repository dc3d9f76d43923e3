import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { listPages } from "@/lib/content/list-pages";
import { samplePost } from "@/lib/content/testing/sample-post";
import { writeSitemap } from "./write-sitemap";

const POSTS = [
  samplePost({ slug: "later", date: "2026-11-20" }),
  samplePost({ updated: "2026-12-24", tags: [{ slug: "type", name: "Type" }] }),
];

/** Throws at what is not well-formed. */
function readPages(xml: string): { loc: string; lastmod?: string }[] {
  const found: { loc: string; lastmod?: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let text = "";
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => {
    if (name === "url") found.push({ loc: "" });
    text = "";
  });
  parser.on("text", (part) => (text += part));
  parser.on("closetag", ({ name }) => {
    if (name === "loc" || name === "lastmod") Object.assign(found.at(-1) ?? {}, { [name]: text });
  });
  parser.write(xml).close();
  return found;
}

describe("the sitemap", () => {
  const pages = readPages(writeSitemap(listPages(POSTS), new URL("https://site.test/notes")));
  const find = (loc: string) => pages.find((page) => page.loc === `https://site.test/notes${loc}`);

  it("names every page that is open to all, once, and no other", () => {
    expect(pages.map(({ loc }) => loc.replace("https://site.test/notes", ""))).toEqual([
      "",
      "/writing",
      "/writing/later",
      "/writing/a-budget-of-calls",
      "/writing/tags/spotify",
      "/writing/tags/type",
      "/projects",
      "/uses",
      "/listening",
      "/widget",
    ]);
  });

  it("says when each was changed, where that is known", () => {
    expect(find("/writing/later")?.lastmod).toBe("2026-11-20");
    expect(find("/writing/a-budget-of-calls")?.lastmod).toBe("2026-12-24");
    expect(find("/writing")?.lastmod).toBe("2026-12-24");
    expect(find("/writing/tags/spotify")?.lastmod).toBe("2026-11-20");
    expect(find("/uses")).not.toHaveProperty("lastmod");
  });

  it("is whole before anything is written", () => {
    const empty = readPages(writeSitemap(listPages([]), new URL("https://site.test")));
    expect(empty.map(({ loc }) => loc)).toContain("https://site.test/writing");
  });
});
