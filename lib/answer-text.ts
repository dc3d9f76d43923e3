import { findHome } from "@/lib/find-home";
import { answerUnlessKnown } from "@/lib/now-playing/answer";
import { tagOf } from "@/lib/now-playing/etag";

/** In seconds: a text changes with a build only, and whoever follows a feed asks seldom anyway. */
const AGE = "public, max-age=600, stale-while-revalidate=86400";

interface TextAnswer {
  /** The site's public address, where its author has told it. */
  readonly siteUrl: URL | undefined;
  readonly type: string;
  /** @param home the site's address, for links that have to be absolute */
  readonly write: (home: URL) => string;
  /** The address of the page that says the same to people: search engines should show that one. */
  readonly canonical?: (home: URL) => string;
}

/** Answers with a text that names the site's own addresses, for machines of any other site. */
export function answerText(
  request: Request,
  { siteUrl, type, write, canonical }: TextAnswer,
): Response {
  const home = findHome(request, siteUrl);
  const body = write(home);
  return answerUnlessKnown(request, body, tagOf(body), {
    "access-control-allow-origin": "*",
    // Else the text names whatever host was asked for: not to be told to others.
    "cache-control": siteUrl ? AGE : "private, no-cache",
    "content-type": type,
    "x-content-type-options": "nosniff",
    ...(canonical && {
      link: `<${canonical(home)}>; rel="canonical"`,
      "x-robots-tag": "noindex",
    }),
  });
}
