import { answerText } from "@/lib/answer-text";
import { describeFeed } from "@/lib/content/feeds/describe-feed";
import { writeJsonFeed } from "@/lib/content/feeds/write-json-feed";
import { posts } from "@/lib/content/posts";
import { readSiteUrl } from "@/lib/server";
import { site } from "@/lib/site/site";

export const dynamic = "force-dynamic";

export function GET(request: Request): Response {
  return answerText(request, {
    siteUrl: readSiteUrl(),
    type: "application/feed+json; charset=utf-8",
    write: (home) => writeJsonFeed(describeFeed(posts, site, { home, path: "/feed.json" })),
  });
}
