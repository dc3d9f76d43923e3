import { describe, expect, it } from "vitest";
import { nextPollDelay } from "./poll-schedule";
import { makeListener } from "./testing/listener";
import { seedRandom } from "./testing/seed-random";
import { DAY, NOW, SECOND } from "./testing/made";
import { busiestDay, watch } from "./testing/watch";
import type { Sight } from "./testing/watch";

const ENDLESS = 1e9;

/** Somebody who looks every so many seconds, day and night. */
function stare(everyMs: number, dailyBudget: number, days: number, seed = 7) {
  const listener = makeListener(NOW, days, seedRandom(seed));
  const to = NOW + days * DAY;
  return watch({ listener, dailyBudget, from: NOW, to, wait: () => everyMs });
}

/** A tab that is left open, and polls as the footer and the widget do. */
function leaveOpen(dailyBudget: number, days: number, seed: number) {
  const random = seedRandom(seed);
  const listener = makeListener(NOW, days, random);
  const to = NOW + days * DAY;
  return watch({
    listener,
    dailyBudget,
    from: NOW,
    to,
    wait: (seen, since, now) => Math.round(nextPollDelay(seen, since, now, random())),
  });
}

/** The lags (ms) at the natural ends of songs that were seen to play, shortest first. */
function lagsOf(sights: readonly Sight[]): number[] {
  return sights
    .filter(({ isNatural, wasWatched, remaining }) => isNatural && wasWatched && remaining > 0)
    .map(({ lagMs }) => lagMs)
    .toSorted((a, b) => a - b);
}

describe("three days with eight hours of music each", { timeout: 30_000 }, () => {
  it.each([30, 200, 700])(
    "never cost more than %i calls in any 24 hours, however closely watched",
    async (budget) => {
      const { calls } = await stare(10 * SECOND, budget, 3);
      expect(busiestDay(calls)).toBeLessThanOrEqual(budget);
      expect(calls.length).toBeGreaterThan(budget);
    },
  );

  it.each([1, 2, 3])(
    "cost an open tab no more than its budget, and show it songs' ends (%i)",
    async (seed) => {
      const { calls, sights } = await leaveOpen(700, 3, seed);
      expect(busiestDay(calls)).toBeLessThanOrEqual(700);
      const lags = lagsOf(sights);
      expect(lags.length).toBeGreaterThan(300);
      expect(lags.at(-1)).toBeLessThanOrEqual(3.5 * SECOND);
    },
  );
});

describe("a day that is watched all the time", { timeout: 30_000 }, () => {
  it("costs no more than one call per song and one per 10 s, with a budget that does not drain", async () => {
    const { calls, sights } = await stare(SECOND, ENDLESS, 1);
    expect(calls.length).toBeLessThanOrEqual(sights.length + DAY / (10 * SECOND) + 3);
  });

  it.each([ENDLESS, 700])("shows songs' ends within 2.5 s, with a budget of %i", async (budget) => {
    const { sights } = await stare(SECOND, budget, 1);
    const lags = lagsOf(sights);
    expect(lags.length).toBeGreaterThan(90);
    expect(lags.at(-1)).toBeLessThanOrEqual(2.5 * SECOND);
  });
});
