import { escapeHtml } from "./escape-html";
import { CARD_WIDTH, HEIGHTS } from "./options";
import { SANDBOX } from "./snippets";
import { writeTag } from "./write-tag";

/** The frame's width in px where the asker has no limit, and with one: then it fills what there is. */
const WIDTH = { usual: 480, most: CARD_WIDTH.most };

/** In seconds: a day, for the answer names no song. */
const CACHE_S = 86_400;

/** The pages that stand for the music, by their paths below the site's own. */
const PAGES = ["", "/listening"] as const;

export interface OembedWords {
  readonly title: string;
  /** The link that stands where no frame may, and until it has loaded. */
  readonly link: string;
  /** The frame's accessible name. */
  readonly frame: string;
  /** One sentence each, for whoever wrote the request. */
  readonly missingUrl: string;
  readonly unknownUrl: string;
  readonly unknownFormat: string;
}

export interface OembedFacts {
  readonly siteTitle: string;
  readonly authorName: string;
  readonly words: OembedWords;
}

/** An answer of https://oembed.com, section 2.3. */
export interface Oembed {
  readonly type: "rich";
  readonly version: "1.0";
  readonly title: string;
  readonly author_name: string;
  readonly author_url: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

export type OembedAnswer =
  | { readonly status: 200; readonly body: Oembed }
  | { readonly status: 400 | 404 | 501; readonly body: { readonly error: string } };

/**
 * Answers what https://oembed.com asks of a provider: the frame, for the two pages that stand for the music.
 *
 * @param home the site's address, with its own path where it has one
 */
export function answerOembed(
  query: Pick<URLSearchParams, "get">,
  home: URL,
  { siteTitle, authorName, words }: OembedFacts,
): OembedAnswer {
  // Before the address: what we cannot write is not to be had of any page.
  if ((query.get("format") ?? "json") !== "json") return refuse(501, words.unknownFormat);
  const asked = query.get("url");
  if (asked === null || asked === "") return refuse(400, words.missingUrl);
  const page = findPage(asked, home);
  if (page === undefined) return refuse(404, words.unknownUrl);

  const { size, width, height } = fit(
    readLimit(query.get("maxwidth")),
    readLimit(query.get("maxheight")),
  );
  const homePage = at(home, "").href;
  return {
    status: 200,
    body: {
      type: "rich",
      version: "1.0",
      title: words.title,
      author_name: authorName,
      author_url: homePage,
      provider_name: siteTitle,
      provider_url: homePage,
      cache_age: CACHE_S,
      width,
      height,
      html: writeHtml(page, at(home, `/embed?size=${size}`), { width, height }, words),
    },
  };
}

/** How a page says that it can be embedded: the `href` of its `application/json+oembed` link. */
export function describeDiscovery(path: (typeof PAGES)[number], home: URL): string {
  const endpoint = at(home, "/api/oembed");
  endpoint.searchParams.set("url", at(home, path).href);
  return endpoint.href;
}

function refuse(status: 400 | 404 | 501, error: string): OembedAnswer {
  return { status, body: { error } };
}

/** An address of this site. */
function at(home: URL, path: string): URL {
  return new URL(`${home.pathname.replace(/\/+$/, "")}${path}`, home);
}

/** The page that an address means, as we write it; by http or https, with any query, and a slash or none. */
function findPage(text: string, home: URL): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password, pathname } = new URL(text);
  const isOurs =
    ["http:", "https:"].includes(protocol) &&
    hostname === home.hostname &&
    port === home.port &&
    username === "" &&
    password === "";
  if (!isOurs) return undefined;
  return PAGES.map((path) => at(home, path)).find(
    (page) => page.pathname.replace(/\/$/, "") === pathname.replace(/\/$/, ""),
  );
}

/** In px; what is not a whole number of at least 1 limits nothing. */
function readLimit(text: string | null): number {
  const limit = text !== null && /^\d+$/.test(text) ? Number(text) : 0;
  return limit >= 1 ? limit : Infinity;
}

function fit(maxWidth: number, maxHeight: number) {
  const size = maxHeight < HEIGHTS.card ? "compact" : "card";
  return {
    size,
    width: maxWidth === Infinity ? WIDTH.usual : Math.min(WIDTH.most, maxWidth),
    height: Math.min(HEIGHTS[size], maxHeight),
  };
}

/**
 * The frame, in the form that WordPress knows: it shows the quotation until the frame has answered its
 * handshake (wp-includes/js/wp-embed.js), and so may anyone.
 */
function writeHtml(
  page: URL,
  frame: URL,
  { width, height }: { readonly width: number; readonly height: number },
  words: OembedWords,
): string {
  const quoted = "wp-embedded-content";
  const link = writeTag("a", { href: page.href }, escapeHtml(words.link));
  return (
    writeTag("blockquote", { class: quoted }, link) +
    writeTag("iframe", {
      class: quoted,
      src: frame.href,
      width,
      height,
      title: words.frame,
      frameborder: 0,
      scrolling: "no",
      loading: "lazy",
      sandbox: SANDBOX,
    })
  );
}
