import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planNextReading } from "./freshness-plan";
import type { Truth } from "./model";
import { truths } from "./testing/arbitraries";
import { FIRST, MINUTE, NOW, makeItem, playingTruth } from "./testing/made";

const FULL = { limit: 700, remaining: 700 };
const LENGTH = FIRST.durationMs ?? 0;
const END = NOW + LENGTH;
const silence: Truth = { asOf: NOW, current: { state: "nothing" } };
const paused: Truth = {
  asOf: NOW,
  current: { state: "paused", item: FIRST, positionMs: 0, heardAt: NOW },
};

describe("the freshness plan", () => {
  it("asks every 15 s while something plays, with a full budget", () => {
    expect(planNextReading(playingTruth(), FULL)).toBe(NOW + 15_000);
    const endless = playingTruth({ item: makeItem({ durationMs: undefined }) });
    expect(planNextReading(endless, FULL)).toBe(NOW + 15_000);
  });

  it("asks every 30 s while nothing does", () => {
    expect(planNextReading(silence, FULL)).toBe(NOW + 30_000);
    expect(planNextReading(paused, FULL)).toBe(NOW + 30_000);
  });

  it("asks a second after the song's end when that comes first", () => {
    expect(planNextReading(playingTruth({ asOf: END - 9_000 }), FULL)).toBe(END + 1_000);
  });

  it("asks again soon while the same song is reported after its end, then at doubling distances", () => {
    const times = [1_000];
    while (times.length < 5) {
      const asOf = END + (times.at(-1) ?? 0);
      times.push(planNextReading(playingTruth({ asOf }), FULL) - END);
    }
    expect(times).toEqual([1_000, 3_000, 6_000, 12_000, 24_000]);
  });

  it("keeps the last calls of a budget for the ends of songs", () => {
    const reserve = { limit: 700, remaining: 70 };
    expect(planNextReading(playingTruth(), reserve)).toBe(END + 1_000);
    expect(planNextReading(playingTruth({ asOf: END + 1_000 }), reserve)).toBe(END + 3_000);
    expect(planNextReading(silence, reserve)).toBe(Infinity);
    expect(planNextReading(paused, reserve)).toBe(Infinity);
    expect(planNextReading(silence, { limit: 700, remaining: 90 })).toBe(NOW + 15 * MINUTE);
  });

  it("never asks when the budget is spent, or when there is none", () => {
    for (const truth of [playingTruth(), playingTruth({ asOf: END + 5_000 }), silence, paused]) {
      expect(planNextReading(truth, { limit: 700, remaining: 0 })).toBe(Infinity);
      expect(planNextReading(truth, { limit: 0, remaining: 0 })).toBe(Infinity);
    }
  });

  it("stretches its pauses as the budget drains, and never shortens them", () => {
    fc.assert(
      fc.property(truths, fc.integer({ min: 1, max: 1_000 }), (truth, limit) => {
        let before = 0;
        for (let remaining = limit; remaining >= 0; remaining--) {
          const next = planNextReading(truth, { limit, remaining });
          expect(next).toBeGreaterThanOrEqual(before);
          before = next;
        }
      }),
      { numRuns: 60 },
    );
  });

  it("asks later than it last did, and no later than a second after an end to come", () => {
    fc.assert(
      fc.property(truths, fc.integer({ min: 1, max: 700 }), (truth, remaining) => {
        const next = planNextReading(truth, { limit: 700, remaining });
        expect(next).toBeGreaterThan(truth.asOf);
        const { current, asOf } = truth;
        const length = current.state === "playing" ? current.item.durationMs : undefined;
        if (current.state !== "playing" || length === undefined) return;
        const end = current.startedAt + length;
        if (asOf < end) expect(next).toBeLessThanOrEqual(end + 1_000);
      }),
    );
  });
});
