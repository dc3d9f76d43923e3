import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPollDelay, retryPollDelay } from "./poll-schedule";
import type { NowPlaying } from "./wire";

const NOW = Date.UTC(2026, 10, 20, 12);
const song = { kind: "track", title: "Notturno", artists: ["Clara Schumann"] } as const;

function playing(elapsedS: number, durationS: number): NowPlaying {
  const startedAt = NOW - elapsedS * 1_000;
  return { v: 1, state: "playing", ...song, startedAt, durationMs: durationS * 1_000 };
}

describe("the poll schedule", () => {
  it("looks 1 to 3 s after the end of a song that ends soon", () => {
    expect(nextPollDelay(playing(170, 180), NOW, NOW, 0)).toBe(11_000);
    expect(nextPollDelay(playing(170, 180), NOW, NOW, 0.999)).toBeCloseTo(12_998);
  });

  it("looks 20 to 40 s later in the middle of a song or while paused, the longer it is shown", () => {
    const { durationMs: _, ...endless } = { ...playing(10, 999), durationMs: 0 };
    const paused = { v: 1, state: "paused", ...song, positionMs: 1 } as const;
    for (const what of [playing(10, 180), endless, paused]) {
      expect(nextPollDelay(what, NOW, NOW, 0.5)).toBe(20_000);
      expect(nextPollDelay(what, NOW - 30_000, NOW, 0.5)).toBe(30_000);
      expect(nextPollDelay(what, NOW - 60_000, NOW, 0.5)).toBe(40_000);
    }
  });

  it("looks 2, 4, then 8 s later while the same song stays past its end, then as before", () => {
    const delays: number[] = [];
    let at = NOW + 1_500;
    for (let polls = 0; polls < 4; polls++) {
      delays.push(nextPollDelay(playing(180, 180), NOW - 180_000, at, 0.5));
      at += delays.at(-1) ?? 0;
    }
    expect(delays).toEqual([2_000, 4_000, 8_000, 40_000]);
  });

  it("looks less and less often while nothing plays: 20 s at first, 120 s at most", () => {
    const idle: NowPlaying = { v: 1, state: "idle" };
    expect(nextPollDelay(idle, NOW, NOW, 0)).toBe(20_000);
    expect(nextPollDelay(idle, NOW, NOW + 60_000, 0)).toBe(60_000);
    expect(nextPollDelay(idle, NOW, NOW + 3_600_000, 0)).toBe(120_000);
  });

  it("is finite, and between 1 s and 2 min, for whatever it is given", () => {
    const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -1, 1e300, NaN));
    fc.assert(
      fc.property(
        anyNumber,
        anyNumber,
        anyNumber,
        anyNumber,
        (startedAt, durationMs, since, now) => {
          const published = { v: 1, state: "playing", ...song, startedAt, durationMs } as const;
          for (const what of [published, { v: 1, state: "idle" } as const, undefined]) {
            const delay = nextPollDelay(what, since, now, 0.5);
            expect(delay).toBeGreaterThanOrEqual(1_000);
            expect(delay).toBeLessThanOrEqual(120_000);
          }
        },
      ),
    );
  });

  it("retries a failed poll after about 5 s, then ever later, up to 2 min", () => {
    expect(retryPollDelay(1, 1)).toBe(5_000);
    expect(retryPollDelay(3, 1)).toBe(20_000);
    expect(retryPollDelay(99, 1)).toBe(120_000);
    expect(retryPollDelay(99, 0)).toBe(60_000);
  });
});
