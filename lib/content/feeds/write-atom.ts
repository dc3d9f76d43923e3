import type { Feed, FeedEntry } from "./feed";
import { writeElement, writeText, writeXml } from "@/lib/content/write-xml";

/** The feed as Atom 1.0 (RFC 4287). */
export function writeAtom(feed: Feed): string {
  const attributes = { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": feed.language };
  return writeXml(
    writeElement("feed", attributes, [
      writeText("id", feed.home),
      writeText("title", feed.title),
      writeText("subtitle", feed.description),
      writeText("updated", feed.updated.toISOString()),
      writeElement("author", {}, [writeText("name", feed.author), writeText("uri", feed.home)]),
      writeElement("link", { rel: "alternate", type: "text/html", href: feed.home }),
      writeElement("link", { rel: "self", type: "application/atom+xml", href: feed.self }),
      writeText("icon", feed.icon),
      ...feed.entries.map(writeEntry),
    ]),
  );
}

function writeEntry(entry: FeedEntry): string {
  return writeElement("entry", {}, [
    writeText("id", entry.url),
    writeText("title", entry.title),
    writeElement("link", { rel: "alternate", type: "text/html", href: entry.url }),
    writeText("published", entry.published.toISOString()),
    writeText("updated", entry.updated.toISOString()),
    ...entry.tags.map(({ slug, name }) => writeElement("category", { term: slug, label: name })),
    writeText("summary", entry.summary),
    writeText("content", entry.html, { type: "html" }),
  ]);
}
