import { describe, expect, it } from "vitest";
import { describePage } from "./metadata";
import { pages } from "./pages";
import { site } from "./site";

const HOME = new URL("https://site.test/notes");

const POST = {
  path: "/writing/a-post",
  title: "A <post> & more",
  description: "About it.",
  picture: { path: "/writing/a-post/picture.png", alt: "A post" },
  markdown: "/writing/a-post.md",
  article: { published: "2026-03-04", updated: undefined, tags: ["Spotify"] },
};

describe("describePage", () => {
  it("names one address, one title and one picture, whoever asks", () => {
    expect(describePage(POST, HOME)).toMatchObject({
      title: "A <post> & more",
      description: "About it.",
      alternates: { canonical: "https://site.test/notes/writing/a-post" },
      openGraph: {
        type: "article",
        title: "A <post> & more",
        description: "About it.",
        url: "https://site.test/notes/writing/a-post",
        publishedTime: "2026-03-04",
        modifiedTime: "2026-03-04",
        images: [{ url: "https://site.test/notes/writing/a-post/picture.png", width: 1200 }],
      },
      twitter: { card: "summary_large_image", title: "A <post> & more" },
    });
  });

  it("says nothing that needs the site's address where nobody has told it", () => {
    const text = JSON.stringify(describePage(POST, undefined));
    expect(text).not.toMatch(/https?:|canonical|images/);
    expect(describePage(POST, undefined).twitter).toMatchObject({ card: "summary" });
  });

  it("names the feeds on every page, and the twin of those that have one", () => {
    for (const page of [POST, ...Object.values(pages)]) {
      for (const home of [HOME, undefined]) {
        const base = home?.href ?? "";
        expect(describePage(page, home).alternates?.types).toMatchObject({
          "application/rss+xml": [{ url: `${base}/feed.xml` }],
          "application/atom+xml": [{ url: `${base}/atom.xml` }],
          "application/feed+json": [{ url: `${base}/feed.json` }],
        });
      }
    }
    expect(describePage(POST, HOME).alternates?.types).toMatchObject({
      "text/markdown": [{ url: "https://site.test/notes/writing/a-post.md" }],
    });
  });

  it("keeps further links beside its own", () => {
    const types = describePage(pages.home, HOME, { "application/json+oembed": "/x" }).alternates
      ?.types;
    expect(types).toMatchObject({ "application/json+oembed": "/x" });
    expect(types).toHaveProperty("application/rss+xml");
  });

  it("calls the home page what the site is called, once", () => {
    expect(describePage(pages.home, HOME).title).toEqual({ absolute: site.title });
  });
});
