import { addressPost } from "@/lib/content/addresses";
import type { Post } from "@/lib/content/model";
import { startOfDay } from "@/lib/content/start-of-day";
import { absolute } from "@/lib/site/absolute";
import type { SiteFacts } from "@/lib/site/facts";
import type { Feed, FeedEntry } from "./feed";
import { keepContent } from "./keep-content";
import { keepReadable } from "./keep-readable";

/** More than anybody catches up with; older posts are on the site. */
const MOST = 30;

type Author = Pick<SiteFacts, "name" | "title" | "description" | "language" | "timeZone">;

/**
 * The latest posts in full.
 *
 * @param posts newest first
 * @param home the site's address, with its own path where it has one
 * @param path the feed's own
 */
export function describeFeed(
  posts: readonly Post[],
  { name, title, description, language, timeZone }: Author,
  { home, path }: { readonly home: URL; readonly path: string },
): Feed {
  const entries = posts.slice(0, MOST).map((post) => describeEntry(post, home, timeZone));
  return {
    title: keepReadable(title),
    description: keepReadable(description),
    language,
    author: keepReadable(name),
    home: absolute(home, "/"),
    self: absolute(home, path),
    icon: absolute(home, "/icons/512.png"),
    // Not the moment of asking: then the feed would differ each time.
    updated: new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime()))),
    entries,
  };
}

function describeEntry(post: Post, home: URL, timeZone: string): FeedEntry {
  const page = new URL(absolute(home, addressPost(post.slug)));
  return {
    url: page.href,
    title: keepReadable(post.title),
    summary: keepReadable(post.summary),
    html: keepReadable(keepContent(post.tree, { home, page })),
    published: startOfDay(post.date, timeZone),
    updated: startOfDay(post.updated ?? post.date, timeZone),
    tags: post.tags.map(({ slug, name }) => ({ slug, name: keepReadable(name) })),
  };
}
