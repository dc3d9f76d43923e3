import { answerText } from "@/lib/answer-text";
import { posts } from "@/lib/content/posts";
import { writeLlms } from "@/lib/content/write-llms";
import { readSiteUrl } from "@/lib/server";
import { site } from "@/lib/site/site";
import { machineStrings } from "@/lib/site/strings";

export const dynamic = "force-dynamic";

export function GET(request: Request): Response {
  return answerText(request, {
    siteUrl: readSiteUrl(),
    type: "text/plain; charset=utf-8",
    write: (home) => writeLlms({ site, posts, words: machineStrings.llms }, home),
  });
}
