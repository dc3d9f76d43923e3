import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PublishingPolicy, QuietHours } from "./policy";
import { isQuiet, readStretch } from "./quiet-hours";
import { DAY, HOUR, MINUTE } from "./testing/made";

function hours(from: string, to: string, timeZone = "Europe/Stockholm"): QuietHours {
  return { from, to, timeZone };
}

function quiet(from: string, to: string, timeZone?: string): PublishingPolicy {
  return { quietHours: hours(from, to, timeZone) };
}

/** Hours of quiet within a stretch of time, to the minute. */
function countHours(policy: PublishingPolicy, from: number, to: number): number {
  let minutes = 0;
  for (let at = from; at < to; at += MINUTE) if (isQuiet(policy, at)) minutes += 1;
  return minutes / 60;
}

describe("quiet hours", () => {
  it("begin with their first minute and end before their last", () => {
    const policy = quiet("13:00", "14:30");
    const one = Date.UTC(2026, 10, 20, 12);
    const moments = [one - 1, one, one + 90 * MINUTE - 1, one + 90 * MINUTE];
    expect(moments.map((at) => isQuiet(policy, at))).toEqual([false, true, true, false]);
  });

  it("go over midnight when they end earlier than they begin", () => {
    const policy = quiet("22:00", "07:00");
    const ten = Date.UTC(2026, 10, 20, 21);
    const moments = [ten - 1, ten, ten + 2 * HOUR, ten + 9 * HOUR - 1, ten + 9 * HOUR];
    expect(moments.map((at) => isQuiet(policy, at))).toEqual([false, true, true, true, false]);
  });

  it("that end when they begin are none", () => {
    const day = Date.UTC(2026, 10, 20);
    expect(countHours(quiet("08:00", "08:00"), day, day + DAY)).toBe(0);
    expect(readStretch(quiet("08:00", "08:00"), day)).toEqual({
      isQuiet: false,
      from: -Infinity,
      until: Infinity,
    });
  });

  it("of several places hold wherever one of them is quiet", () => {
    const policy = {
      quietHours: [
        { from: "22:00", to: "23:00", timeZone: "Europe/Stockholm" },
        { from: "22:00", to: "23:00", timeZone: "America/New_York" },
      ],
    };
    const day = Date.UTC(2026, 10, 20);
    expect(countHours(policy, day, day + DAY)).toBe(2);
    expect(isQuiet(policy, day + 21.5 * HOUR)).toBe(true);
    expect(isQuiet(policy, day + 27.5 * HOUR)).toBe(true);
  });

  it("that meet are one stretch", () => {
    const policy = { quietHours: [hours("22:00", "02:00"), hours("02:00", "07:00")] };
    const ten = Date.UTC(2026, 10, 20, 21);
    const stretch = { isQuiet: true, from: ten, until: ten + 9 * HOUR };
    expect(readStretch(policy, ten + HOUR)).toEqual(stretch);
    expect(readStretch(policy, ten + 6 * HOUR)).toEqual(stretch);
  });

  it("that fill the day never end", () => {
    const policy = { quietHours: [hours("00:00", "12:00"), hours("12:00", "00:00")] };
    expect(readStretch(policy, Date.UTC(2026, 10, 20))).toEqual({
      isQuiet: true,
      from: -Infinity,
      until: Infinity,
    });
  });
});

/** Days on which clocks were put forward (23 h) and back (25 h), each from its first moment. */
const CHANGES = [
  ["Europe/Stockholm", 23, Date.UTC(2026, 2, 28, 23), Date.UTC(2026, 2, 29, 1)],
  ["Europe/Stockholm", 25, Date.UTC(2026, 9, 24, 22), Date.UTC(2026, 9, 25, 1)],
  ["America/New_York", 23, Date.UTC(2026, 2, 8, 5), Date.UTC(2026, 2, 8, 7)],
  ["America/New_York", 25, Date.UTC(2026, 10, 1, 4), Date.UTC(2026, 10, 1, 6)],
] as const;

describe.each(CHANGES)(
  "in %s, on a day of %i hours",
  { timeout: 30_000 },
  (timeZone, length, midnight, changedAt) => {
    it("a night ends at seven by the clock on the wall", () => {
      const policy = quiet("22:00", "07:00", timeZone);
      const until = midnight + (length - 24 + 7) * HOUR;
      const from = midnight - 2 * HOUR;
      for (const at of [from, midnight, changedAt - 1, changedAt, until - 1]) {
        expect(readStretch(policy, at)).toEqual({ isQuiet: true, from, until });
      }
      expect(isQuiet(policy, until)).toBe(false);
      expect(readStretch(policy, until).until).toBe(midnight + (length - 2) * HOUR);
    });

    it("an hour that is skipped has no quiet, and one that comes twice has it twice", () => {
      const isLonger = length === 25;
      const hour = timeZone === "Europe/Stockholm" || !isLonger ? "02" : "01";
      const policy = quiet(`${hour}:15`, `${hour}:45`, timeZone);
      const day = countHours(policy, midnight, midnight + length * HOUR);
      expect(day).toBe(isLonger ? 1 : 0);
    });

    it("the stretch of any moment is as long as it is quiet, or not, and not a minute longer", () => {
      const time = fc
        .integer({ min: 0, max: 24 * 60 - 1 })
        .map((m) => new Date(m * MINUTE).toISOString().slice(11, 16));
      const moments = fc.integer({ min: midnight - DAY, max: midnight + 2 * DAY });
      fc.assert(
        fc.property(time, time, moments, (from, to, at) => {
          fc.pre(from !== to);
          const policy = quiet(from, to, timeZone);
          const stretch = readStretch(policy, at);
          expect(stretch.isQuiet).toBe(isQuiet(policy, at));
          expect(stretch.from).toBeLessThanOrEqual(at);
          expect(stretch.until).toBeGreaterThan(at);
          expect(isQuiet(policy, stretch.from - 1)).toBe(!stretch.isQuiet);
          expect(isQuiet(policy, stretch.until)).toBe(!stretch.isQuiet);
          for (let t = stretch.from; t < stretch.until; t += 7 * MINUTE) {
            expect(isQuiet(policy, t)).toBe(stretch.isQuiet);
          }
        }),
        { numRuns: 60 },
      );
    });
  },
);
