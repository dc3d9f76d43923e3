import { answerText } from "@/lib/answer-text";
import { uses } from "@/lib/content/posts";
import { writeTwin } from "@/lib/content/write-twin";
import { readSiteUrl } from "@/lib/server";
import { absolute } from "@/lib/site/absolute";
import { pages } from "@/lib/site/pages";
import { site } from "@/lib/site/site";

export const dynamic = "force-dynamic";

export function GET(request: Request): Response {
  const { path, title } = pages.uses;
  return answerText(request, {
    siteUrl: readSiteUrl(),
    type: "text/markdown; charset=utf-8",
    canonical: (home) => absolute(home, path),
    write: (home) => writeTwin({ path, title, author: site.name, prose: uses }, home),
  });
}
