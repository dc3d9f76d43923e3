import { describe, expect, it } from "vitest";
import { seedRandom } from "@/lib/now-playing/testing/seed-random";
import { DAY, HOUR, SECOND } from "@/lib/now-playing/testing/made";
import { USUAL } from "./habits";
import { makeListening } from "./listening";
import type { Stretch } from "./listening";

const FROM = Date.UTC(2026, 10, 1);
const DAYS = 60;
const stretches = makeListening(USUAL, FROM, DAYS, seedRandom(1));

function hoursOfMusic(day: number): number {
  const from = FROM + day * DAY;
  const ofDay = stretches.filter((stretch) => stretch.isPlaying && stretch.to > from);
  return ofDay.reduce((sum, stretch) => {
    const lasts = Math.min(stretch.to, from + DAY) - Math.max(stretch.from, from);
    return sum + Math.max(0, lasts) / HOUR;
  }, 0);
}

/** Whether each song was skipped, in order. */
function skips(): boolean[] {
  return stretches
    .filter(({ change }) => change === "skip" || change === "natural")
    .map(({ change }) => change === "skip");
}

function share(flags: readonly boolean[]): number {
  return flags.filter(Boolean).length / flags.length;
}

function isEarly({ positionMs, from, to }: Stretch): boolean {
  return positionMs + to - from <= 10 * SECOND;
}

describe("the listening", () => {
  it("leaves no gap, and plays no song beyond its end", () => {
    stretches.forEach((stretch, index) => {
      const { from, to, song, isPlaying, positionMs } = stretch;
      expect(to).toBeGreaterThan(from);
      expect(stretches[index + 1]?.from ?? to).toBe(to);
      if (song && isPlaying)
        expect(positionMs + to - from).toBeLessThanOrEqual(song.durationMs + 1);
    });
  });

  it("is about eight hours of music a day, and different each day", () => {
    const hours = Array.from({ length: DAYS }, (_, day) => hoursOfMusic(day));
    const mean = hours.reduce((sum, each) => sum + each, 0) / DAYS;
    expect(mean).toBeGreaterThan(7);
    expect(mean).toBeLessThan(9);
    expect(Math.max(...hours) - Math.min(...hours)).toBeGreaterThan(3);
  });

  it("skips more often after a skip", () => {
    const all = skips();
    const afterSkip = share(all.filter((_, index) => all[index - 1] === true));
    expect(afterSkip).toBeGreaterThan(
      2 * share(all.filter((_, index) => all[index - 1] === false)),
    );
  });

  it("skips most songs within ten seconds, as was counted", () => {
    const skipped = stretches.filter((_, index) => stretches[index + 1]?.change === "skip");
    expect(Math.abs(share(skipped.map(isEarly)) - 0.2897 / 0.486)).toBeLessThan(0.04);
  });

  it("is the same for the same seed", () => {
    expect(makeListening(USUAL, FROM, 2, seedRandom(5))).toEqual(
      makeListening(USUAL, FROM, 2, seedRandom(5)),
    );
  });
});
