import type { Artwork } from "@/lib/artwork/create-artwork";
import type { EncodedCover } from "@/lib/artwork/encode-cover";
import { describeBadge } from "@/lib/embeds/badge";
import { elementScript } from "@/lib/embeds/built";
import { composeCard } from "@/lib/embeds/compose-card";
import { describeFramePolicy, drawFrame } from "@/lib/embeds/frame";
import { chooseItemPage } from "@/lib/embeds/item-page";
import { answerOembed } from "@/lib/embeds/oembed";
import type { OembedWords } from "@/lib/embeds/oembed";
import { parseCardOptions, parseFaceOptions } from "@/lib/embeds/options";
import { SAMPLE_COVER_PATH } from "@/lib/embeds/sample-cover";
import type { Environment } from "@/lib/environment";
import { findHome } from "@/lib/find-home";
import { answerUnlessKnown, describeCaching } from "@/lib/now-playing/answer";
import type { Defer } from "@/lib/now-playing/defer";
import { tagOf } from "@/lib/now-playing/etag";
import type { Publication } from "@/lib/now-playing/publisher";
import { describeSample } from "@/lib/now-playing/samples";
import type { State } from "@/lib/now-playing/samples";
import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { absolute } from "@/lib/site/absolute";
import { at } from "@/lib/site/address";
import { describeSite, site } from "@/lib/site/site";
import { faceWords } from "@/lib/site/face-words";
import { fill } from "@/lib/site/fill";
import { embedStrings, nowPlayingStrings } from "@/lib/site/strings";

/** How long (ms) a picture may wait for all it shows: GitHub's image proxy gives up after about four seconds. */
const ANSWER_MS = 3_500;

/** How long (s) caches keep a card whose cover is on its way. */
const INCOMPLETE_S = 2;

/** Anybody may show what these answer, in any page. */
const FOR_ANYONE = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  "x-content-type-options": "nosniff",
};

const NOTHING: NowPlaying = { v: 1, state: "idle" };

const REVALIDATED = { "cache-control": "public, max-age=0, must-revalidate" };

interface JoinedEmbeds {
  readonly environment: Environment;
  readonly artwork: Artwork;
  readonly read: (defer: Defer) => Promise<Publication>;
  /** Of the site, below its origin; empty at the root. */
  readonly basePath: string;
  /** Epoch ms. */
  readonly now: () => number;
}

/** What the picture of the page about the music is made of. */
export interface ListeningPicture {
  readonly nowPlaying: NowPlaying;
  /** Undefined where there is none, or none in time. */
  readonly cover: EncodedCover | undefined;
  /** How long it may be kept. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Every face that other pages show, drawn from the one publication. */
export function joinEmbeds({ environment, artwork, read, basePath, now }: JoinedEmbeds) {
  const imageSources = environment.imageOrigins.map(({ source }) => source);

  /** The site's public address, else the one that was asked. */
  function homeOf(request: Request): URL {
    const siteUrl = environment.siteUrl ? new URL(environment.siteUrl) : undefined;
    return findHome(request, siteUrl, basePath);
  }

  /** Its cover is of the host that was asked, which is the only one that the asker's policy allows. */
  function sampleFor(request: Request, state: State): NowPlaying {
    const home = findHome(request, undefined, basePath);
    return describeSample(state, absolute(home, SAMPLE_COVER_PATH), now());
  }

  return {
    /** `GET /now-playing.svg` */
    async drawCard(request: Request, defer: Defer): Promise<Response> {
      const deadline = now() + ANSWER_MS;
      const { options } = parseCardOptions(new URL(request.url).searchParams);
      // A sample needs no music, and costs no call.
      const publication = options.preview ? undefined : await read(defer);
      const { recently, ...rest } = nowPlayingStrings;
      const { svg, isComplete } = await composeCard(publication?.nowPlaying ?? NOTHING, {
        options,
        words: { ...rest, recent: recently, plain: describeSite() },
        now: now(),
        inlineCover: (art, most) => artwork.inlineCover(art, most, { defer, deadline }),
      });
      const brief = `max-age=${INCOMPLETE_S}`;
      return answerUnlessKnown(request, svg, tagOf(svg), {
        ...FOR_ANYONE,
        ...(publication && describeCaching(publication, now())),
        ...(!isComplete && { "cdn-cache-control": brief, "vercel-cdn-cache-control": brief }),
        // GitHub's image proxy would keep it for a year without this (https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-anonymized-urls).
        "cache-control": "no-cache, max-age=0",
        // An SVG opened on its own is a document: it may draw, and nothing else.
        "content-security-policy":
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
        "content-type": "image/svg+xml; charset=utf-8",
      });
    },

    /** `GET /embed` */
    async drawFrame(request: Request, defer: Defer): Promise<Response> {
      const { options } = parseFaceOptions(new URL(request.url).searchParams);
      const { preview } = options;
      const publication = preview ? undefined : await read(defer);
      const sample = preview && sampleFor(request, preview);
      const html = drawFrame(sample ?? publication?.nowPlaying ?? NOTHING, {
        options,
        words: faceWords,
        language: site.language,
        plain: describeSite(),
        now: now(),
      });
      return answerUnlessKnown(request, html, tagOf(html), {
        ...FOR_ANYONE,
        ...REVALIDATED,
        // A sample names the address that was asked, which is the asker's own affair.
        ...(publication && describeCaching(publication, now())),
        "content-security-policy": describeFramePolicy(options, imageSources),
        "referrer-policy": "no-referrer",
        "content-type": "text/html; charset=utf-8",
      });
    },

    /** `GET /embed/sample.json`: undefined where no state is asked for that there is a sample of. */
    answerSample(request: Request): Response | undefined {
      const { preview } = parseFaceOptions(new URL(request.url).searchParams).options;
      if (!preview) return undefined;
      return Response.json(sampleFor(request, preview), {
        headers: { ...FOR_ANYONE, "cache-control": "no-cache" },
      });
    },

    /** `GET /embed.js` */
    serveElement(request: Request): Response {
      const caching = "public, max-age=3600, stale-while-revalidate=604800";
      return answerUnlessKnown(request, elementScript, tagOf(elementScript), {
        ...FOR_ANYONE,
        "cache-control": caching,
        "cdn-cache-control": caching,
        "timing-allow-origin": "*",
        "content-type": "text/javascript; charset=utf-8",
      });
    },

    /** `GET /api/now-playing/badge` */
    async describeBadge(defer: Defer): Promise<Response> {
      const publication = await read(defer);
      return Response.json(describeBadge(publication.nowPlaying, embedStrings.badge), {
        headers: { ...FOR_ANYONE, ...REVALIDATED, ...describeCaching(publication, now()) },
      });
    },

    /** `GET /api/oembed` */
    answerOembed(request: Request): Response {
      const { searchParams } = new URL(request.url);
      const { status, body } = answerOembed(searchParams, homeOf(request), {
        siteTitle: site.title,
        authorName: site.name,
        words: describeOembedWords(),
      });
      // Without SITE_URL the answer names whatever host was asked for: not to be told to others.
      const age = status === 200 && environment.siteUrl ? "public, max-age=3600" : "no-cache";
      return Response.json(body, { status, headers: { ...FOR_ANYONE, "cache-control": age } });
    },

    async readListeningPicture(defer: Defer): Promise<ListeningPicture> {
      const deadline = now() + ANSWER_MS;
      const publication = await read(defer);
      const { nowPlaying } = publication;
      const art = hasItem(nowPlaying) ? nowPlaying.art : undefined;
      const cover = art && (await artwork.findWholeCover(art, { defer, deadline }));
      const headers = { ...REVALIDATED, ...describeCaching(publication, now()) };
      return { nowPlaying, cover: cover || undefined, headers };
    },

    /** `GET /go`: to the item on Spotify, else home: nowhere that a visitor could choose. */
    async leadToItem(defer: Defer): Promise<Response> {
      const { nowPlaying } = await read(defer);
      const location = chooseItemPage(nowPlaying) ?? at("/", basePath);
      return new Response(null, {
        status: 302,
        headers: { location, "cache-control": "no-store" },
      });
    },
  };
}

function describeOembedWords(): OembedWords {
  const { title, link, frame, ...refusals } = embedStrings.oembed;
  return {
    ...refusals,
    title: nameAuthor(title),
    link: nameAuthor(link),
    frame: nameAuthor(frame),
  };
}

function nameAuthor(phrase: string): string {
  return fill(phrase, { name: site.name });
}
