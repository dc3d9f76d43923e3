import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fallSilent,
  haunt,
  hear,
  jumpTo,
  pause,
  positionAt,
  resume,
  seek,
  settle,
  skip,
  startPlayback,
} from "./playback";
import type { Playback } from "./playback";
import type { PlaylistEntry } from "./playlist/entry";

const t0 = Date.UTC(2026, 9, 1);
const entries: PlaylistEntry[] = [
  { type: "track", title: "One", artists: ["A"], album: "X", durationMs: 60_000 },
  { type: "track", title: "Two", artists: ["A"], album: "X", durationMs: 40_000 },
  { type: "pause", atMs: 15_000, durationMs: 10_000 },
  { type: "ad", durationMs: 30_000 },
  { type: "silence", durationMs: 5_000 },
];

function start(index = 0, positionMs = 0): Playback {
  return startPlayback(entries, { index, positionMs }, t0);
}

function at(playback: Playback, now: number): Playback {
  return settle(playback, now).playback;
}

describe("the playback", () => {
  it("runs with the clock", () => {
    expect(positionAt(start(0, 5_000), t0 + 7_000)).toBe(12_000);
  });

  it("goes on to the next entry at the very end of the first, and tells which track ended when", () => {
    const { playback, plays } = settle(start(0, 50_000), t0 + 12_000);
    expect(playback).toMatchObject({ index: 1, since: t0 + 10_000 });
    expect(positionAt(playback, t0 + 12_000)).toBe(2_000);
    expect(plays).toEqual([{ track: entries[0], endedAt: t0 + 10_000 }]);
  });

  it("holds the track before a pause entry where the pause stops it", () => {
    const held = at(start(1), t0 + 16_000);
    expect(held).toMatchObject({ index: 2, since: t0 + 15_000 });
    expect(hear(held, t0 + 16_000)).toMatchObject({
      item: { title: "Two" },
      positionMs: 15_000,
      isPlaying: false,
    });
    expect(at(held, t0 + 25_000)).toMatchObject({ index: 3 });
  });

  it("plays to the end, and pauses there, when somebody has sought past the point of the pause", () => {
    const held = at(seek(start(1), 20_000, t0), t0 + 20_000);
    expect(hear(held, t0 + 20_000)).toMatchObject({ positionMs: 40_000, isPlaying: false });
  });

  it("hears an ad without an item, and nothing in a silence", () => {
    expect(hear(start(3), t0)).toMatchObject({ type: "ad", isPlaying: true });
    expect(hear(start(4), t0)).toEqual({ type: "nothing" });
  });

  it("wraps round", () => {
    expect(at(start(4), t0 + 5_000)).toMatchObject({ index: 0, since: t0 + 5_000 });
  });

  it("stands still while paused and goes on from there", () => {
    const paused = pause(start(), t0 + 3_000);
    expect(at(paused, t0 + 999_000)).toBe(paused);
    expect(positionAt(paused, t0 + 999_000)).toBe(3_000);
    const resumed = resume(paused, t0 + 999_000);
    expect(positionAt(resumed, t0 + 1_000_000)).toBe(4_000);
    expect(resumed.since).toBe(t0 + 999_000);
  });

  it("falls silent until it is played again", () => {
    const silent = fallSilent(start(), t0 + 1_000);
    expect(hear(at(silent, t0 + 500_000), t0 + 500_000)).toEqual({ type: "nothing" });
    expect(hear(resume(silent, t0 + 500_000), t0 + 500_000)).toMatchObject({ positionMs: 1_000 });
  });

  it("keeps a seek within the entry", () => {
    expect(positionAt(seek(start(), 99_000, t0), t0)).toBe(60_000);
    expect(positionAt(seek(start(), -5, t0), t0)).toBe(0);
  });

  it("skips both ways round the end", () => {
    expect(skip(start(), -1, t0).index).toBe(4);
    expect(skip(start(4), 1, t0).index).toBe(0);
  });

  it("jumps to an entry and plays it, and refuses one that is not there", () => {
    const jumped = jumpTo(pause(start(), t0), { index: 1, positionMs: 9_000 }, t0 + 50);
    expect(jumped).toMatchObject({ index: 1, positionMs: 9_000, status: "playing" });
    expect(() => jumpTo(start(), { index: 5 }, t0)).toThrow(RangeError);
  });

  it("lets a ghost run past its end, and moves on when it is laid", () => {
    const ghost = haunt(start(), true, t0);
    expect(positionAt(at(ghost, t0 + 7_200_000), t0 + 7_200_000)).toBe(7_200_000);
    expect(haunt(ghost, false, t0 + 7_200_000)).toMatchObject({ index: 1, since: t0 + 7_200_000 });
  });

  it("comes to the same place in many steps as in one", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 20 }), (steps) => {
        let now = t0;
        let stepped = start();
        for (const step of steps) {
          now += step;
          stepped = at(stepped, now);
        }
        expect(stepped).toEqual(at(start(), now));
      }),
    );
  });

  it("catches up half a year at once, at the right place", () => {
    // A lap is 60 + 15 + 10 + 30 + 5 seconds.
    const laps = 129_600;
    const { playback, plays } = settle(start(), t0 + laps * 120_000 + 61_000);
    expect(playback).toMatchObject({ index: 1, since: t0 + laps * 120_000 + 60_000 });
    expect(plays.length).toBeGreaterThanOrEqual(50);
  });
});
