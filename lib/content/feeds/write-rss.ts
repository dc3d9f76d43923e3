import type { Feed, FeedEntry } from "./feed";
import { writeElement, writeText, writeXml } from "@/lib/content/write-xml";

const NAMESPACES = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
};

/** The feed as RSS 2.0, as https://www.rssboard.org/rss-profile advises. */
export function writeRss(feed: Feed): string {
  const channel = writeElement("channel", {}, [
    writeText("title", feed.title),
    writeText("link", feed.home),
    writeText("description", feed.description),
    writeText("language", feed.language),
    writeText("lastBuildDate", feed.updated.toUTCString()),
    writeElement("atom:link", { rel: "self", type: "application/rss+xml", href: feed.self }),
    ...feed.entries.map((entry) => writeItem(entry, feed.author)),
  ]);
  return writeXml(writeElement("rss", { version: "2.0", ...NAMESPACES }, [channel]));
}

function writeItem(entry: FeedEntry, author: string): string {
  return writeElement("item", {}, [
    writeText("title", entry.title),
    writeText("link", entry.url),
    writeText("guid", entry.url, { isPermaLink: "true" }),
    writeText("pubDate", entry.published.toUTCString()),
    writeText("atom:updated", entry.updated.toISOString()),
    // RSS's own `author` has to be an email address.
    writeText("dc:creator", author),
    ...entry.tags.map(({ name }) => writeText("category", name)),
    writeText("description", entry.summary),
    writeText("content:encoded", entry.html),
  ]);
}
