import { answerText } from "@/lib/answer-text";
import { describeFeed } from "@/lib/content/feeds/describe-feed";
import { writeAtom } from "@/lib/content/feeds/write-atom";
import { posts } from "@/lib/content/posts";
import { readSiteUrl } from "@/lib/server";
import { site } from "@/lib/site/site";

export const dynamic = "force-dynamic";

export function GET(request: Request): Response {
  return answerText(request, {
    siteUrl: readSiteUrl(),
    type: "application/atom+xml; charset=utf-8",
    write: (home) => writeAtom(describeFeed(posts, site, { home, path: "/atom.xml" })),
  });
}
