import type { Metadata } from "next";
import { absolute } from "./absolute";
import { at } from "./address";
import { PICTURE_SIZE } from "./picture-size";
import { site } from "./site";
import { fill } from "./fill";
import { machineStrings as words } from "./strings";

/** What a page says of itself, to whoever links to it or finds it. */
export interface PageFacts {
  /** Below the site's own address, with a slash before it. */
  readonly path: string;
  /** Absent: the site's own. */
  readonly title?: string | undefined;
  readonly description: string;
  /** The path of what the page is recommended with, and what that shows. */
  readonly picture: { readonly path: string; readonly alt: string };
  /** The path of the same as Markdown. */
  readonly markdown?: string | undefined;
  /** What was written on one day, and perhaps changed on another: `YYYY-MM-DD`. */
  readonly article?:
    | {
        readonly published: string;
        readonly updated?: string | undefined;
        readonly tags: readonly string[];
      }
    | undefined;
}

type Links = NonNullable<NonNullable<Metadata["alternates"]>["types"]>;

/**
 * What Next writes into the head of a page: the one place in which title, description, address, picture and
 * feeds are put together, for every page.
 *
 * @param home the site's address; undefined where nobody has told it: then nothing is said that needs it
 * @param links further `alternate` links, by type
 */
export function describePage(page: PageFacts, home: URL | undefined, links: Links = {}): Metadata {
  const { path, title, description, picture, article } = page;
  const heading = title ?? site.title;
  return {
    // The layout's template would write the site's title twice.
    title: title ?? { absolute: site.title },
    description,
    authors: [{ name: site.name, ...(home && { url: absolute(home, "/") }) }],
    alternates: {
      ...(home && { canonical: absolute(home, path) }),
      types: { ...describeTwins(page, home), ...links },
    },
    openGraph: {
      ...(article
        ? {
            type: "article",
            publishedTime: article.published,
            modifiedTime: article.updated ?? article.published,
            tags: [...article.tags],
          }
        : { type: "website" }),
      siteName: site.title,
      title: heading,
      description,
      ...(home && {
        url: absolute(home, path),
        images: [
          {
            ...PICTURE_SIZE,
            url: absolute(home, picture.path),
            type: "image/png",
            alt: picture.alt,
          },
        ],
      }),
    },
    twitter: { card: home ? "summary_large_image" : "summary", title: heading, description },
  };
}

/** The same for machines. Without a host their addresses begin with `/`: whoever reads the page knows it. */
function describeTwins({ markdown }: PageFacts, home: URL | undefined): Links {
  const { rss, atom, json } = words.feeds;
  // Next puts the site's own path before what has no host, where it has been told of a host.
  const lead = (path: string) => (home ? absolute(home, path) : at(path));
  return {
    "application/rss+xml": [{ url: lead("/feed.xml"), title: nameFeed(rss) }],
    "application/atom+xml": [{ url: lead("/atom.xml"), title: nameFeed(atom) }],
    "application/feed+json": [{ url: lead("/feed.json"), title: nameFeed(json) }],
    ...(markdown && { "text/markdown": [{ url: lead(markdown), title: words.markdown }] }),
  };
}

function nameFeed(phrase: string): string {
  return fill(phrase, { site: site.title });
}
