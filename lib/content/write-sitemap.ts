import type { PublicPage } from "@/lib/content/list-pages";
import { writeElement, writeText, writeXml } from "@/lib/content/write-xml";
import { absolute } from "@/lib/site/absolute";

/**
 * The pages for search engines (https://www.sitemaps.org/protocol.html). Neither priority nor frequency:
 * those who read it do not believe them.
 */
export function writeSitemap(pages: readonly PublicPage[], home: URL): string {
  const urls = pages.map(({ path, changed }) =>
    writeElement("url", {}, [
      writeText("loc", absolute(home, path)),
      ...(changed ? [writeText("lastmod", changed)] : []),
    ]),
  );
  const xmlns = "http://www.sitemaps.org/schemas/sitemap/0.9";
  return writeXml(writeElement("urlset", { xmlns }, urls));
}
