import { describe, expect, it } from "vitest";
import { samplePost } from "@/lib/content/testing/sample-post";
import { site } from "@/lib/site/site";
import { describePost, describePosting } from "./describe-post";

const HOME = new URL("https://site.test/notes");

describe("a post", () => {
  it("is described to machines with its author, its days, its length and its place", () => {
    expect(
      describePosting(samplePost({ updated: "2026-05-06", words: 1_200 }), HOME),
    ).toMatchObject({
      "@type": "BlogPosting",
      url: "https://site.test/notes/writing/a-budget-of-calls",
      image: "https://site.test/notes/writing/a-budget-of-calls/picture.png",
      headline: "A budget of calls",
      datePublished: "2026-03-04",
      dateModified: "2026-05-06",
      keywords: ["Spotify"],
      wordCount: 1_200,
      timeRequired: "PT7M42S",
      author: { "@id": "https://site.test/notes#person", name: site.name },
      isPartOf: { "@id": "https://site.test/notes#website" },
    });
  });

  it("has no address where nobody has told the site's", () => {
    const posting = describePosting(samplePost(), undefined);
    expect(JSON.stringify(posting)).not.toMatch(/"@id"|"url"|"image"/);
    expect(posting).toMatchObject({ dateModified: "2026-03-04", author: { name: site.name } });
  });

  it("names its page, its picture and its twin", () => {
    expect(describePost(samplePost())).toMatchObject({
      path: "/writing/a-budget-of-calls",
      picture: { path: "/writing/a-budget-of-calls/picture.png" },
      markdown: "/writing/a-budget-of-calls.md",
      article: { published: "2026-03-04", tags: ["Spotify"] },
    });
  });
});
