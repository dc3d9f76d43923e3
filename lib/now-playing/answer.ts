import type { Publication } from "./publisher";
import { RECENT_MS } from "./wire";
import type { NowPlaying } from "./wire";

const SECOND = 1_000;

/** How long caches between us and visitors may keep an answer, in seconds. */
const CDN_AGE_S = { playing: 10, resting: 15, unavailable: 10 };

/** A cache may serve an answer this much longer (s) while it fetches a new one. */
const WHILE_REVALIDATING_S = 10;

/**
 * How long, in ms, a cache that cannot reach us may go on telling what it has: long enough for a restart
 * or a deployment, short because the owner may have given an order meanwhile.
 */
const WITHOUT_US_MS = 5 * 60 * SECOND;

/** A pause may end at any moment: such a cache tells of one only this long, in ms. */
const PAUSED_MS = 60 * SECOND;

/** Of what anybody may read, and caches ask us about before they repeat it. */
export const OPEN_HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Age, Date",
  "cache-control": "public, max-age=0, must-revalidate",
  "x-content-type-options": "nosniff",
};

/**
 * The HTTP answer for a publication: 304 for a client that has it already, 200 otherwise.
 *
 * @param now epoch ms
 * @param tookMs what the visitor waited for us, for `Server-Timing`
 */
export function answerNowPlaying(
  request: Request,
  publication: Publication,
  now: number,
  tookMs: number,
): Response {
  return answerUnlessKnown(request, publication.json, publication.etag, {
    ...OPEN_HEADERS,
    ...describeCaching(publication, now),
    "content-type": "application/json",
    "server-timing": `read;dur=${tookMs.toFixed(1)}`,
  });
}

/**
 * A body with its validator, or a 304 for a client that has it already.
 *
 * @param etag quotes included
 * @param headers those of the body's type are left out of a 304
 */
export function answerUnlessKnown(
  request: Request,
  body: string,
  etag: string,
  { "content-type": contentType, ...headers }: Readonly<Record<string, string>>,
): Response {
  if (matches(request.headers.get("if-none-match"), etag) && !isBehindVercel(request)) {
    return new Response(null, { status: 304, headers: { ...headers, etag } });
  }
  const type = contentType && { "content-type": contentType };
  return new Response(body, { headers: { ...headers, ...type, etag } });
}

/** How long caches between us and visitors may keep what was drawn of a publication. */
export function describeCaching(
  { nowPlaying, changesAt }: Publication,
  now: number,
): Record<"cdn-cache-control" | "vercel-cdn-cache-control", string> {
  const cdn = cdnCacheControl(nowPlaying, changesAt, now);
  return { "cdn-cache-control": cdn, "vercel-cdn-cache-control": cdn };
}

/** What a preflight is told: anybody may read, with whatever header their client adds. */
export function answerPreflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "*",
      "access-control-max-age": "86400",
    },
  });
}

/**
 * A 304 is not in the list of statuses that Vercel's cache keeps: one sent through it would leave the
 * cached copy expired, and every later poll would reach the function.
 */
function isBehindVercel(request: Request): boolean {
  return request.headers.has("x-vercel-id");
}

/** Weak comparison of a list of validators (RFC 9110, section 13.1.2). */
function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(",").some((part) => {
    const candidate = part.trim();
    return candidate === "*" || candidate.replace(/^W\//, "") === etag;
  });
}

/**
 * An age that never reaches past the end of the song, nor a day after the last, nor into or out of
 * quiet hours, stale serving included, and ends soon after an order that caches do not hear of.
 */
function cdnCacheControl(nowPlaying: NowPlaying, changesAt = Infinity, now: number): string {
  const allowedS = Math.max(0, Math.floor((changesAt - now) / SECOND));
  if (nowPlaying.state === "unavailable") {
    return `max-age=${Math.min(CDN_AGE_S.unavailable, allowedS)}`;
  }
  const isPlaying = nowPlaying.state === "playing";
  if (isPlaying && nowPlaying.durationMs === undefined) {
    return `max-age=${Math.min(CDN_AGE_S.playing, allowedS)}`;
  }
  const toldUntil = Math.min(trueUntil(nowPlaying, now), now + WITHOUT_US_MS);
  const trueS = Math.max(0, Math.floor((toldUntil - now) / SECOND));
  const leftS = Math.min(trueS, allowedS);
  const ageS = Math.min(isPlaying ? CDN_AGE_S.playing : CDN_AGE_S.resting, leftS);
  const revalidateS = Math.min(WHILE_REVALIDATING_S, leftS - ageS);
  return `max-age=${ageS}, stale-while-revalidate=${revalidateS}, stale-if-error=${leftS - ageS}`;
}

/** Epoch ms up to which a published state may well be true. */
function trueUntil(nowPlaying: NowPlaying, now: number): number {
  switch (nowPlaying.state) {
    case "playing":
      return nowPlaying.startedAt + (nowPlaying.durationMs ?? 0);
    case "recent":
      return nowPlaying.playedAt + RECENT_MS;
    case "paused":
      return now + PAUSED_MS;
    default:
      return Infinity;
  }
}
