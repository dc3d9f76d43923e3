import { OPEN_HEADERS, answerUnlessKnown } from "./answer";
import { tagOf } from "./etag";
import type { ToldPlays } from "./recent-plays";
import type { Plays } from "./wire";

const SECOND = 1_000;

/**
 * How long caches between us and visitors may keep a list, in seconds: no longer than the owner would mind
 * after a hiding. One without plays may be due to the instance that was asked: the next may know more.
 */
const CDN_AGE_S = { some: 15, none: 10 };

/**
 * The HTTP answer for what was played lately: 304 for a client that has it already, 200 otherwise.
 *
 * @param now epoch ms
 */
export function answerRecentPlays(
  request: Request,
  { items, goodUntil }: ToldPlays,
  now: number,
): Response {
  const body: Plays = { v: 1, items };
  const json = JSON.stringify(body);
  const leftS = Math.max(0, Math.floor((goodUntil - now) / SECOND));
  const cdn = `max-age=${Math.min(items.length > 0 ? CDN_AGE_S.some : CDN_AGE_S.none, leftS)}`;
  return answerUnlessKnown(request, json, tagOf(json), {
    ...OPEN_HEADERS,
    "cdn-cache-control": cdn,
    "vercel-cdn-cache-control": cdn,
    "content-type": "application/json",
  });
}
