import { describe, expect, it } from "vitest";
import { samplePost } from "@/lib/content/testing/sample-post";
import { built } from "./built";
import { listTags } from "./posts";
import { describeIndex } from "./search-index";
import type { Findable } from "./search-index";
import { searchIndex } from "./search-index-served";

const WORDS = {
  kinds: { page: "Page", project: "Project", tag: "Subject" },
  tagLine: { one: "{n} track: {tracks}", other: "{n} tracks: {tracks}" },
};

const describeAll = (findable: Partial<Findable>) =>
  describeIndex({ pages: [], posts: [], projects: [], tags: [], ...findable }, WORDS, "en");

describe("the index of the search", () => {
  it("has a post with its track, its running time, its text and its parts", () => {
    const headings = [{ depth: 2, id: "the-wall", text: "The wall" }] as const;
    expect(describeAll({ posts: [samplePost({ headings })] })).toEqual([
      {
        kind: "post",
        href: "/writing/a-budget-of-calls",
        track: "B2",
        title: "A budget of calls",
        line: "Where seven hundred calls a day tell the most.",
        aside: "7:42",
        tags: ["Spotify"],
        headings: [{ id: "the-wall", text: "The wall" }],
        text: "Text.",
      },
    ]);
  });

  it("has a tag with the tracks that carry it, as a book's index has pages", () => {
    const posts = [samplePost(), samplePost({ slug: "older", track: "A7" })];
    expect(describeAll({ tags: listTags(posts) })).toEqual([
      {
        kind: "tag",
        href: "/writing/tags/spotify",
        title: "Spotify",
        line: "2 tracks: A7, B2",
        aside: "Subject",
      },
    ]);
    expect(describeAll({ tags: listTags([samplePost()]) })).toMatchObject([
      { line: "1 track: B2" },
    ]);
  });

  it("names pages and projects for what they are, in the order given", () => {
    const page = { href: "/uses", title: "Uses", line: "What is used." };
    const project = { href: "/projects", title: "Incipit", line: "A search engine." };
    expect(describeAll({ pages: [page], projects: [project] })).toEqual([
      { kind: "page", ...page, aside: "Page" },
      { kind: "project", ...project, aside: "Project" },
    ]);
  });
});

describe("the index that is served", () => {
  const { entries } = searchIndex;

  it("lists the posts that may be shown, and no others", () => {
    const listed = entries.filter(({ kind }) => kind === "post").map(({ href }) => href);
    expect(listed).toEqual(built.posts.map(({ slug }) => `/writing/${slug}`));
  });

  it("names only places of this site, by their paths", () => {
    for (const { href } of entries) expect(href).toMatch(/^\/(?!\/)[^.]*$/);
  });

  it("has every entry once", () => {
    const names = entries.map(({ kind, href, title }) => `${kind} ${href} ${title}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
