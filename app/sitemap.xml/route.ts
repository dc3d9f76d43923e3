import { answerText } from "@/lib/answer-text";
import { listPages } from "@/lib/content/list-pages";
import { posts } from "@/lib/content/posts";
import { writeSitemap } from "@/lib/content/write-sitemap";
import { readSiteUrl } from "@/lib/server";

export const dynamic = "force-dynamic";

// Not by the file that Next knows for this: that is made once, and may not know the address by then.
export function GET(request: Request): Response {
  return answerText(request, {
    siteUrl: readSiteUrl(),
    type: "application/xml; charset=utf-8",
    write: (home) => writeSitemap(listPages(posts), home),
  });
}
