import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerNowPlaying, answerPreflight } from "./answer";
import { createPublisher } from "./publisher";
import type { Publication } from "./publisher";
import { moments, troubles, truths } from "./testing/arbitraries";
import { DAY, FIRST, HOUR, MINUTE, NOW, makeItem, playingTruth } from "./testing/made";

const URL = "https://site.example/api/now-playing";
const publication = createPublisher().publish(playingTruth(), undefined, NOW);

function ask(
  headers: Record<string, string> = {},
  told: Publication = publication,
  now = NOW,
): Response {
  return answerNowPlaying(new Request(URL, { headers }), told, now, 1.234);
}

/** The furthest second from now at which a cache may still serve the answer. */
function reachOf(cacheControl: string | null): number {
  const part = (name: string): number =>
    Number(new RegExp(`${name}=(\\d+)`).exec(cacheControl ?? "")?.[1] ?? 0);
  const extra = Math.max(part("stale-while-revalidate"), part("stale-if-error"));
  return part("max-age") + extra;
}

describe("the answer", () => {
  it("is the body as JSON, with the headers of the contract", async () => {
    const answer = ask();
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(publication.json);
    expect(Object.fromEntries(answer.headers)).toEqual({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "ETag, Age, Date",
      "cache-control": "public, max-age=0, must-revalidate",
      "cdn-cache-control": "max-age=10, stale-while-revalidate=10, stale-if-error=200",
      "content-type": "application/json",
      etag: publication.etag,
      "server-timing": "read;dur=1.2",
      "vercel-cdn-cache-control": "max-age=10, stale-while-revalidate=10, stale-if-error=200",
      "x-content-type-options": "nosniff",
    });
  });

  it("is 200 when nothing is known, so that caches absorb it", () => {
    const told = createPublisher().publish(undefined, { reason: "unreachable" }, NOW);
    const answer = ask({}, told);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cdn-cache-control")).toBe("max-age=10");
  });
});

describe("a client that has the body already", () => {
  it.each([
    ["exactly", publication.etag],
    ["in a list", `"other", ${publication.etag} ,"more"`],
    ["in a list without spaces", `"other",${publication.etag}`],
    ["weakened by a proxy that compresses", `W/${publication.etag}`],
    ["weakened in a list", `W/"other", W/${publication.etag}`],
    ["as anything at all", "*"],
  ])("and says so %s gets a 304 with the same headers and no body", async (_, etags) => {
    const answer = ask({ "if-none-match": etags });
    expect(answer.status).toBe(304);
    expect(await answer.text()).toBe("");
    for (const name of [
      "etag",
      "cache-control",
      "cdn-cache-control",
      "access-control-allow-origin",
    ]) {
      expect(answer.headers.get(name)).toBe(ask().headers.get(name));
    }
  });

  it.each([
    ["another body", '"0123456789abcdef"'],
    ["part of the validator", publication.etag.slice(0, -2)],
    ["the validator without its quotes", publication.etag.replaceAll('"', "")],
    ["nothing", ""],
  ])("gets the body when it names %s", (_, etags) => {
    expect(ask({ "if-none-match": etags }).status).toBe(200);
  });

  it("gets the body behind Vercel, whose cache would drop its copy for a 304", () => {
    const headers = { "if-none-match": publication.etag, "x-vercel-id": "fra1::abc" };
    expect(ask(headers).status).toBe(200);
  });
});

describe("caches on the way", () => {
  it("never tell of a song beyond its end, nor of an item a day after it", () => {
    fc.assert(
      fc.property(truths, troubles, moments, (truth, trouble, now) => {
        const told = createPublisher().publish(truth, trouble, now);
        const { headers } = ask({}, told, now);
        expect(headers.get("cdn-cache-control")).toBe(headers.get("vercel-cdn-cache-control"));
        const until = now + reachOf(headers.get("cdn-cache-control")) * 1_000;
        const { nowPlaying } = told;
        if (nowPlaying.state === "playing") {
          const end = nowPlaying.startedAt + (nowPlaying.durationMs ?? Infinity);
          expect(until).toBeLessThanOrEqual(Math.max(end, now));
        }
        if (nowPlaying.state === "recent") {
          expect(until).toBeLessThanOrEqual(nowPlaying.playedAt + DAY);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    [0, "max-age=10, stale-while-revalidate=10, stale-if-error=200"],
    [195_000, "max-age=10, stale-while-revalidate=5, stale-if-error=5"],
    [206_500, "max-age=3, stale-while-revalidate=0, stale-if-error=0"],
    [212_000, "max-age=0, stale-while-revalidate=0, stale-if-error=0"],
  ])("are given less and less as the song goes on: after %i ms %s", (ms, expected) => {
    expect(ask({}, publication, NOW + ms).headers.get("cdn-cache-control")).toBe(expected);
  });

  it.each([
    ["a song", playingTruth(), "max-age=6, stale-while-revalidate=0, stale-if-error=0"],
    [
      "a song of unknown length",
      playingTruth({ item: makeItem({ durationMs: undefined }) }),
      "max-age=6",
    ],
    [
      "nothing",
      { asOf: NOW, current: { state: "nothing" } } as const,
      "max-age=6, stale-while-revalidate=0, stale-if-error=0",
    ],
    ["trouble", undefined, "max-age=6"],
  ])("keep %s no longer than to the edge of quiet hours", (_, truth, expected) => {
    const told = createPublisher().publish(truth, undefined, NOW);
    const { headers } = ask({}, { ...told, changesAt: NOW + 6_999 });
    expect(headers.get("cdn-cache-control")).toBe(expected);
    const late = ask({}, { ...told, changesAt: NOW - 1 }).headers.get("cdn-cache-control");
    expect(reachOf(late)).toBe(0);
  });

  it("keep a song of unknown length for 10 s, and not while we cannot be reached", () => {
    const truth = playingTruth({ item: makeItem({ durationMs: undefined }) });
    const told = createPublisher().publish(truth, undefined, NOW);
    expect(ask({}, told).headers.get("cdn-cache-control")).toBe("max-age=10");
  });

  it.each([
    ["an episode of hours", playingTruth({ item: makeItem({ durationMs: 3 * HOUR }) })],
    [
      "what was played last",
      {
        asOf: NOW,
        current: { state: "nothing" },
        lastHeard: { item: FIRST, playedAt: NOW - MINUTE },
      } as const,
    ],
    ["nothing", { asOf: NOW, current: { state: "nothing" } } as const],
  ])("tell of %s for 5 min at most without us, as orders do not reach them", (_, truth) => {
    const told = createPublisher().publish(truth, undefined, NOW);
    expect(reachOf(ask({}, told).headers.get("cdn-cache-control"))).toBe(300);
  });

  it("tell for 25 s at most while they reach us what was told before an order", () => {
    fc.assert(
      fc.property(truths, troubles, moments, (truth, trouble, now) => {
        const told = createPublisher().publish(truth, trouble, now);
        const kept = ask({}, told, now).headers.get("cdn-cache-control") ?? "";
        const whileReached = kept.replace(/, stale-if-error=\d+/, "");
        expect(reachOf(whileReached)).toBeLessThanOrEqual(25);
      }),
    );
  });

  it("keep a pause 15 s, and up to a minute while we cannot be reached", () => {
    const current = { state: "paused", item: FIRST, positionMs: 0, heardAt: NOW } as const;
    const told = createPublisher().publish({ asOf: NOW, current }, undefined, NOW);
    expect(ask({}, told).headers.get("cdn-cache-control")).toBe(
      "max-age=15, stale-while-revalidate=10, stale-if-error=45",
    );
  });
});

it("tells a preflight that anybody may read, with whatever header", () => {
  const { status, headers } = answerPreflight();
  expect(status).toBe(204);
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
  expect(headers.get("access-control-allow-headers")).toBe("*");
});
