import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldReading } from "./fold-reading";
import type { Truth } from "./model";
import { prepareReading } from "./prepare-reading";
import { publish } from "./publish";
import { moments, playbacks, troubles, truths } from "./testing/arbitraries";
import { expectContract, keepsContract } from "./testing/contract";
import { FIRST, MINUTE, NOW, makeItem, playingTruth } from "./testing/made";

const item = publish(
  playingTruth({ item: makeItem({ tint: "#1a2b3c", explicit: true }) }),
  undefined,
  NOW,
);

describe("the schema of the wire contract", () => {
  it("holds for every truth, trouble and time", () => {
    fc.assert(
      fc.property(truths, troubles, moments, (truth, trouble, now) => {
        expectContract(publish(truth, trouble, now));
      }),
      { numRuns: 1_000 },
    );
  });

  it("holds for whatever a source says, reading upon reading", () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 * MINUTE }), playbacks), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, (readings) => {
        let truth: Truth | undefined;
        let now = NOW;
        for (const [gap, playback] of readings) {
          now += gap;
          truth = foldReading(
            truth,
            prepareReading({ receivedAt: now, playback }, () => undefined),
          );
          expectContract(publish(truth, undefined, now));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("holds before anything is known", () => {
    expectContract(publish(undefined, undefined, NOW));
    expectContract(publish(undefined, { reason: "rate_limited", retryAt: Infinity }, NOW));
  });

  it.each<[string, object]>([
    ["another version", { v: 2 }],
    ["an unknown state", { state: "stopped" }],
    ["an unknown kind", { kind: "video" }],
    ["no kind", { kind: undefined }],
    ["no title", { title: undefined }],
    ["an empty title", { title: "" }],
    ["a title of more than 500 characters", { title: "a".repeat(501) }],
    ["a control character", { title: "a\u0007b" }],
    ["a track without artists", { artists: undefined }],
    ["a show with a track", { show: "A show" }],
    ["a link to elsewhere", { url: "https://open.spotify.com.evil.example/track/1" }],
    ["a link that is no https", { url: "javascript:alert(1)" }],
    ["art without artSmall", { artSmall: undefined }],
    ["artSmall without art", { art: undefined }],
    ["a tint that is no colour", { tint: "#12345" }],
    ["a tint in capitals", { tint: "#ABCDEF" }],
    ["a tint without art", { art: undefined, artSmall: undefined }],
    ["explicit: false", { explicit: false }],
    ["a length of zero", { durationMs: 0 }],
    ["a broken number", { startedAt: NOW + 0.5 }],
    ["no start", { startedAt: undefined }],
    ["a position while playing", { positionMs: 1 }],
    ["an end while playing", { playedAt: NOW }],
    ["stale without asOf", { stale: true }],
    ["asOf without stale", { asOf: NOW }],
    ["stale: false", { stale: false, asOf: NOW }],
    ["a reason while something is known", { reason: "unreachable" }],
    ["a key nobody knows", { device: "Kitchen" }],
    ["a null", { album: null }],
    ["a local file with a link", { kind: "local" }],
    ["an episode with artists", { kind: "episode", album: undefined }],
    ["a pause without a position", { state: "paused", startedAt: undefined }],
    ["a pause with a start", { state: "paused", positionMs: 1 }],
    ["a recent item without its end", { state: "recent", startedAt: undefined }],
    ["an idle state with an item", { state: "idle", startedAt: undefined }],
  ])("refuses %s", (_, change) => {
    expectContract(item);
    expect(keepsContract({ ...item, ...change })).toBe(false);
  });

  it.each<[string, object]>([
    ["no reason", {}],
    ["a reason that is none", { reason: "tired" }],
    ["staleness", { reason: "unreachable", stale: true, asOf: NOW }],
    ["an item", { reason: "unreachable", kind: "track", title: FIRST.title, artists: [] }],
  ])("refuses unavailable with %s", (_, change) => {
    expect(keepsContract({ v: 1, state: "unavailable", ...change })).toBe(false);
  });

  it("refuses what is no object", () => {
    for (const body of [null, [], "playing", 1, {}]) expect(keepsContract(body)).toBe(false);
  });
});
