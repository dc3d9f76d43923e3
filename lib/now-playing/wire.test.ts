import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publish } from "./publish";
import { moments, troubles, truths } from "./testing/arbitraries";
import { expectContract } from "./testing/contract";
import { DAY, NOW, playingTruth } from "./testing/made";
import { age, expiresAt } from "./wire";

/** A published state may only ever move on to one further down. */
const ORDER = ["playing", "paused", "recent", "idle"];

describe("ageing", () => {
  const publications = fc
    .tuple(truths, troubles, moments)
    .map(([truth, trouble, now]) => publish(truth, trouble, now));

  it("goes one way only", () => {
    fc.assert(
      fc.property(publications, fc.array(moments, { maxLength: 6 }), (published, times) => {
        let current = published;
        for (const now of times.toSorted((a, b) => a - b)) {
          const next = age(current, now);
          expectContract(next);
          expect(ORDER.indexOf(next.state)).toBeGreaterThanOrEqual(ORDER.indexOf(current.state));
          // Ageing step by step comes to the same as ageing at once.
          expect(next).toEqual(age(published, now));
          current = next;
        }
      }),
    );
  });

  it("never leaves a song playing 10 s past its end, nor an item recent a day after it", () => {
    fc.assert(
      fc.property(truths, troubles, moments, moments, (truth, trouble, now, later) => {
        const told = age(publish(truth, trouble, now), Math.max(now, later));
        const at = Math.max(now, later);
        if (told.state === "playing" && told.durationMs !== undefined) {
          expect(at).toBeLessThanOrEqual(told.startedAt + told.durationMs + 10_000);
        }
        if (told.state === "recent") expect(at).toBeLessThanOrEqual(told.playedAt + DAY);
      }),
      { numRuns: 500 },
    );
  });

  it("takes a song from playing to idle in one step when a day has passed", () => {
    expect(age(publish(playingTruth(), undefined, NOW), NOW + 2 * DAY)).toEqual({
      v: 1,
      state: "idle",
    });
  });

  it("keeps a stale state marked", () => {
    const stale = publish(playingTruth(), { reason: "unreachable" }, NOW);
    expect(age(stale, NOW + 2 * DAY)).toEqual({ v: 1, state: "idle", stale: true, asOf: NOW });
  });

  it("changes nothing before it has to", () => {
    fc.assert(
      fc.property(publications, (published) => {
        const expiry = expiresAt(published);
        expect(age(published, expiry ?? Number.MAX_SAFE_INTEGER)).toBe(published);
      }),
    );
  });
});
