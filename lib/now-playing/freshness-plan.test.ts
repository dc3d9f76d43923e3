import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_LEDGER, readAllowance, spend } from "@/lib/limits/budget";
import type { Ledger } from "@/lib/limits/budget";
import { planNextReading } from "./freshness-plan";
import type { Truth } from "./model";
import { truths } from "./testing/arbitraries";
import { FIRST, HOUR, MINUTE, NOW, makeItem, playingTruth } from "./testing/made";

const FULL = { limit: 700, remaining: 700, returning: 0 };

/** Late on a long day like the one before it. */
const STEADY = { limit: 700, remaining: 60, returning: 320 };
const LENGTH = FIRST.durationMs ?? 0;
const END = NOW + LENGTH;
const LONG = makeItem({ durationMs: 2 * HOUR });
const silence: Truth = { asOf: NOW, current: { state: "nothing" } };
const paused: Truth = {
  asOf: NOW,
  current: { state: "paused", item: FIRST, positionMs: 0, heardAt: NOW },
};

function silentFor(ms: number): Truth {
  return { ...silence, lastHeard: { item: FIRST, playedAt: NOW - ms } };
}

describe("the freshness plan", () => {
  it("asks every 10 s while something plays, with a full budget", () => {
    expect(planNextReading(playingTruth(), FULL)).toBe(NOW + 10_000);
    const endless = playingTruth({ item: makeItem({ durationMs: undefined }) });
    expect(planNextReading(endless, FULL)).toBe(NOW + 10_000);
  });

  it("asks every 15 s while nothing does", () => {
    expect(planNextReading(silence, FULL)).toBe(NOW + 15_000);
    expect(planNextReading(paused, FULL)).toBe(NOW + 15_000);
  });

  it("asks sooner while a song is young, and while a silence is", () => {
    const pauseAt = (asOf: number): number =>
      planNextReading(playingTruth({ item: LONG, asOf }), STEADY) - asOf;
    expect(pauseAt(NOW + 2_000)).toBeLessThan(pauseAt(NOW + 60_000));
    expect(pauseAt(NOW + 60_000)).toBeLessThan(pauseAt(NOW + 5 * MINUTE));
    expect(pauseAt(NOW + 10 * MINUTE)).toBe(pauseAt(NOW + 5 * MINUTE));
    expect(planNextReading(silentFor(MINUTE), STEADY)).toBeLessThan(
      planNextReading(silentFor(8 * HOUR), STEADY),
    );
  });

  it("spends faster when calls are about to come back", () => {
    const truth = playingTruth({ item: LONG, asOf: NOW + HOUR });
    const drained = { ...STEADY, returning: 0 };
    expect(planNextReading(truth, STEADY)).toBeLessThan(planNextReading(truth, drained));
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
    const reserve = { limit: 700, remaining: 14, returning: 300 };
    expect(planNextReading(playingTruth(), reserve)).toBe(END + 1_000);
    expect(planNextReading(playingTruth({ asOf: END + 1_000 }), reserve)).toBe(END + 3_000);
    expect(planNextReading(silence, reserve)).toBe(Infinity);
    expect(planNextReading(paused, reserve)).toBe(Infinity);
    expect(planNextReading(silence, { ...reserve, remaining: 15 })).toBe(NOW + 15 * MINUTE);
  });

  it("never asks when the budget is spent, or when there is none", () => {
    for (const truth of [playingTruth(), playingTruth({ asOf: END + 5_000 }), silence, paused]) {
      expect(planNextReading(truth, { ...STEADY, remaining: 0 })).toBe(Infinity);
      expect(planNextReading(truth, { limit: 0, remaining: 0, returning: 0 })).toBe(Infinity);
    }
  });

  it("stretches its pauses as the budget drains, and never shortens them", () => {
    fc.assert(
      fc.property(truths, fc.integer({ min: 1, max: 1_000 }), fc.nat(), (truth, limit, calls) => {
        const returning = calls % limit;
        let before = 0;
        for (let remaining = limit; remaining >= 0; remaining--) {
          const next = planNextReading(truth, { limit, remaining, returning });
          expect(next).toBeGreaterThanOrEqual(before);
          before = next;
        }
      }),
      { numRuns: 60 },
    );
  });

  it("asks later than it last did, and no later than a second after the end of a song to come", () => {
    fc.assert(
      fc.property(truths, fc.integer({ min: 1, max: 700 }), (truth, remaining) => {
        const next = planNextReading(truth, { ...STEADY, remaining });
        expect(next).toBeGreaterThan(truth.asOf);
        const { current, asOf } = truth;
        const length = current.state === "playing" ? current.item.durationMs : undefined;
        if (current.state !== "playing" || length === undefined) return;
        const end = current.startedAt + length;
        const rest = length < 60_000 ? 60_000 : 0;
        if (asOf < end) expect(next).toBeLessThanOrEqual(Math.max(end + 1_000, asOf + rest));
      }),
    );
  });

  it("sees the end of a song that it found with two seconds left, with a full budget", () => {
    const truth = playingTruth({
      startedAt: NOW - 178_000,
      item: makeItem({ durationMs: 180_000 }),
    });
    const next = planNextReading({ ...truth, asOf: NOW }, FULL);
    expect(next).toBe(NOW + 3_000);
  });

  it("leaves out a reading just before an end", () => {
    const truth = playingTruth({
      startedAt: NOW - 166_000,
      item: makeItem({ durationMs: 180_000 }),
    });
    const next = planNextReading({ ...truth, asOf: NOW }, FULL);
    expect(next).toBe(NOW + 15_000);
  });

  it("makes a budget last for hours of songs of four seconds", () => {
    let ledger: Ledger = EMPTY_LEDGER;
    let at = NOW;
    for (let calls = 0; calls < 699; calls++) {
      ledger = spend(ledger, 700, at) ?? ledger;
      const truth = playingTruth({ startedAt: at, item: makeItem({ durationMs: 4_000 }) });
      at = planNextReading({ ...truth, asOf: at }, readAllowance(ledger, 700, at));
    }
    expect(at - NOW).toBeGreaterThan(2.5 * HOUR);
  });
});
