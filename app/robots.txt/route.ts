import { answerText } from "@/lib/answer-text";
import { readSiteUrl } from "@/lib/server";
import { absolute } from "@/lib/site/absolute";
import { BASE_PATH } from "@/lib/site/address";
import { site } from "@/lib/site/site";
import { machineStrings } from "@/lib/site/strings";
import { writeRobots } from "@/lib/site/write-robots";

export const dynamic = "force-dynamic";

export function GET(request: Request): Response {
  return answerText(request, {
    siteUrl: readSiteUrl(),
    type: "text/plain; charset=utf-8",
    write: (home) =>
      writeRobots({
        crawlers: site.crawlers,
        words: machineStrings.robots,
        basePath: BASE_PATH,
        sitemap: absolute(home, "/sitemap.xml"),
      }),
  });
}
