import fc from "fast-check";
import type { Link, Text } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { samplePost } from "@/lib/content/testing/sample-post";
import { machineStrings } from "@/lib/site/strings";
import { writeLlms } from "./write-llms";

const SITE = { title: "Mara", description: "Software, typeset.", bio: ["I write."] };
const HOME = new URL("https://site.test/notes");

function write(posts = [samplePost()], site = SITE) {
  return writeLlms({ site, posts, words: machineStrings.llms }, HOME);
}

function readLinks(markdown: string): Link[] {
  const links: Link[] = [];
  visit(unified().use(remarkParse).parse(markdown), "link", (link) => void links.push(link));
  return links;
}

function readText(link: Link | undefined): string {
  const texts = link?.children.filter((child): child is Text => child.type === "text") ?? [];
  return texts.map(({ value }) => value).join("");
}

describe("llms.txt", () => {
  it("opens with the site's name and what it is, as https://llmstxt.org asks", () => {
    expect(write()).toMatch(/^# Mara\n\n> Software, typeset\.\n\nI write\.\n\n## Writing\n\n- \[/);
  });

  it("leads to the twin of each post, with what it is about", () => {
    expect(write()).toContain(
      "- [A budget of calls](https://site.test/notes/writing/a-budget-of-calls.md): Where seven",
    );
  });

  it("leads nowhere but to the site, by whole addresses", () => {
    const links = readLinks(write());
    expect(links.length).toBeGreaterThan(8);
    for (const { url } of links) expect(url).toMatch(/^https:\/\/site\.test\/notes\//);
  });

  it("has no heading without anything below it", () => {
    expect(write([])).not.toContain("## Writing");
  });

  it("keeps a title in its link, whatever it says", () => {
    const titles = fc.oneof(
      fc.constantFrom("](https://evil.test)", "a\n## b", "`code", "<b>&amp;", "![x](y)", "\\"),
      fc.string({ unit: "grapheme-ascii", maxLength: 30 }),
    );
    fc.assert(
      fc.property(titles, (title) => {
        const [first] = readLinks(write([samplePost({ title: `x${title}x` })]));
        expect(first?.url).toBe("https://site.test/notes/writing/a-budget-of-calls.md");
        expect(readText(first)).toBe(`x${title}x`.replace(/\s+/g, " "));
      }),
    );
  });
});
