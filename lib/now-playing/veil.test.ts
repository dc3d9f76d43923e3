import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PublishingPolicy } from "./policy";
import { isQuiet } from "./quiet-hours";
import { DAY, HOUR, MINUTE, NOW } from "./testing/made";
import { createVeil } from "./veil";

const TEN = Date.UTC(2026, 10, 20, 22);

function quiet(from: string, to: string): PublishingPolicy {
  return { quietHours: { from, to, timeZone: "UTC" } };
}

describe("the veil", () => {
  it("lies over nothing where no hours are quiet", () => {
    const veil = createVeil({}, HOUR);
    expect(veil.isOver(NOW)).toBe(false);
    expect(veil.stretchAt(NOW)).toEqual({ isQuiet: false, from: -Infinity, until: Infinity });
  });

  it("falls one delay early: what is heard then would be told in quiet hours", () => {
    const veil = createVeil(quiet("22:00", "07:00"), 10 * MINUTE);
    const stretch = { isQuiet: true, from: TEN - 10 * MINUTE, until: TEN + 9 * HOUR };
    expect(veil.stretchAt(TEN - 10 * MINUTE)).toEqual(stretch);
    expect(veil.stretchAt(TEN)).toEqual(stretch);
    expect(veil.stretchAt(TEN + 8 * HOUR)).toEqual(stretch);
  });

  it("falls twice where the delay is longer than the quiet", () => {
    const veil = createVeil(quiet("22:00", "22:05"), 10 * MINUTE);
    const [first, between, second] = [-10, -5, 0].map((minutes) => TEN + minutes * MINUTE);
    expect([first, between, second].map((at) => veil.isOver(at ?? 0))).toEqual([true, false, true]);
    expect(veil.stretchAt(between ?? 0)).toEqual({ isQuiet: false, from: between, until: second });
  });

  it("never lifts where the delay fills what quiet hours leave open", () => {
    const veil = createVeil(quiet("22:00", "21:30"), HOUR);
    expect(veil.stretchAt(TEN)).toEqual({ isQuiet: true, from: -Infinity, until: Infinity });
  });

  it("lies over exactly the moments that are quiet, or are told of in quiet hours", () => {
    const time = fc
      .integer({ min: 0, max: 24 * 60 - 1 })
      .map((m) => new Date(m * MINUTE).toISOString().slice(11, 16));
    const delays = fc.integer({ min: 0, max: 3_600 }).map((s) => s * 1_000);
    const moments = fc.integer({ min: NOW, max: NOW + DAY });
    fc.assert(
      fc.property(time, time, delays, moments, (from, to, delayMs, at) => {
        const policy = quiet(from, to);
        const veil = createVeil(policy, delayMs);
        const stretch = veil.stretchAt(at);
        const isVeiled = (t: number): boolean => isQuiet(policy, t) || isQuiet(policy, t + delayMs);
        expect(veil.isOver(at)).toBe(isVeiled(at));
        expect(stretch.isQuiet).toBe(isVeiled(at));
        for (let t = Math.max(stretch.from, at - DAY); t <= at; t += 11 * MINUTE) {
          expect(isVeiled(t)).toBe(stretch.isQuiet);
        }
        if (stretch.from > -Infinity) expect(isVeiled(stretch.from - 1)).toBe(!stretch.isQuiet);
        if (stretch.until < Infinity) {
          expect(isVeiled(stretch.until - 1)).toBe(stretch.isQuiet);
          expect(isVeiled(stretch.until)).toBe(!stretch.isQuiet);
        }
      }),
      { numRuns: 100 },
    );
  });
});
