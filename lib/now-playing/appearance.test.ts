import { describe, expect, it } from "vitest";
import { changesAt, formatRunningTime, readElapsed, readProgress } from "./appearance";
import type { NowPlaying } from "./wire";

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
const song = { kind: "track", title: "Notturno", artists: [], durationMs: 180_000 } as const;
const playing: NowPlaying = { v: 1, state: "playing", ...song, startedAt: NOW };

describe("how things look as time passes", () => {
  it("keeps the line within the song", () => {
    expect(readProgress(playing, NOW - 5_000)?.positionMs).toBe(0);
    expect(readProgress(playing, NOW + 60_000)).toEqual({
      positionMs: 60_000,
      durationMs: 180_000,
      isMoving: true,
    });
    expect(readProgress(playing, NOW + HOUR)?.positionMs).toBe(180_000);
    expect(readProgress({ v: 1, state: "idle" }, NOW)).toBeUndefined();
  });

  it("changes once during a song: just past its end and the grace after it", () => {
    expect(changesAt(playing, NOW)).toBe(NOW + 180_000 + 10_000 + 1);
  });

  it("changes with each minute, then each hour, of what was played, and not after a day", () => {
    const recent: NowPlaying = { v: 1, state: "recent", ...song, playedAt: NOW };
    expect(changesAt(recent, NOW)).toBe(NOW + 60_000);
    expect(changesAt(recent, NOW + 90_000)).toBe(NOW + 120_000);
    expect(changesAt(recent, NOW + 1.5 * HOUR)).toBe(NOW + 2 * HOUR);
    expect(changesAt(recent, NOW + 24 * HOUR)).toBe(NOW + 24 * HOUR + 1);
    expect(changesAt(recent, NOW + 25 * HOUR)).toBeUndefined();
  });

  it("rounds what has passed down", () => {
    expect(readElapsed(NOW, NOW + 59_999)).toBeUndefined();
    expect(readElapsed(NOW, NOW + 119_000)).toEqual({ value: 1, unit: "minute" });
    expect(readElapsed(NOW, NOW + 3.9 * HOUR)).toEqual({ value: 3, unit: "hour" });
  });

  it("writes running times as a sleeve does", () => {
    expect([0, 61_400, 187_000, 3_600_000, 3_729_000].map(formatRunningTime)).toEqual([
      "0:00",
      "1:01",
      "3:07",
      "1:00:00",
      "1:02:09",
    ]);
  });
});
