import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldReading } from "./fold-reading";
import type { Reading, Truth } from "./model";
import { DAY, FIRST, HOUR, MINUTE, NOW, SECOND, SECOND_SONG, makeItem } from "./testing/made";
import { readAd, readNothing, readPaused, readPlaying } from "./testing/made";

const LENGTH = FIRST.durationMs ?? 0;

function foldAll(...readings: Reading[]): Truth {
  const [first, ...rest] = readings;
  if (!first) throw new Error("Nothing to fold.");
  return rest.reduce<Truth>(foldReading, foldReading(undefined, first));
}

/** A reading of the first song, begun at NOW, at this time in it. */
function seenAt(ms: number, progressMs: number | undefined = ms): Reading {
  return readPlaying({ at: NOW + ms, progressMs });
}

function startOf({ current }: Truth): number | undefined {
  return current.state === "playing" ? current.startedAt : undefined;
}

describe("a song's start", () => {
  it("stays the same for the whole song while readings jitter by less than 2 s", () => {
    const jitters = fc.array(fc.integer({ min: -1_000, max: 1_000 }), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(jitters, (jitter) => {
        let truth: Truth | undefined;
        const starts = jitter.map((late, i) => {
          truth = foldReading(truth, seenAt(5_000 + i * 7_000, 5_000 + i * 7_000 + late));
          return startOf(truth);
        });
        expect(new Set(starts).size).toBe(1);
      }),
    );
  });

  it("does not drift along with readings that are each a little later than the last", () => {
    const truth = foldAll(seenAt(10_000), seenAt(20_000, 18_500), seenAt(30_000, 27_000));
    expect(startOf(truth)).toBe(NOW + 3_000);
  });

  it.each([
    ["a seek forward", seenAt(60_000, 120_000), NOW - 60_000],
    ["a seek back", seenAt(60_000, 5_000), NOW + 55_000],
    ["the same song once more", seenAt(LENGTH + 5_000, 4_000), NOW + LENGTH + 1_000],
  ])("changes with %s", (_, reading, start) => {
    expect(startOf(foldAll(seenAt(30_000), reading))).toBe(start);
  });

  it("changes with a skip", () => {
    const skipped = readPlaying({ item: SECOND_SONG, progressMs: 2_000, at: NOW + 40_000 });
    const truth = foldAll(seenAt(30_000), skipped);
    expect(truth.current).toMatchObject({ item: SECOND_SONG, startedAt: NOW + 38_000 });
  });

  it("moves by the length of a pause", () => {
    const paused = readPaused({ progressMs: 40_000, at: NOW + 50_000 });
    const truth = foldAll(seenAt(30_000), paused, seenAt(90_000, 41_000));
    expect(startOf(truth)).toBe(NOW + 49_000);
  });

  it("is never before the epoch, whatever position is claimed", () => {
    const endless = makeItem({ durationMs: undefined });
    const claim = readPlaying({ item: endless, progressMs: Number.MAX_SAFE_INTEGER });
    expect(startOf(foldAll(claim))).toBe(0);
  });
});

describe("a position that is never told", () => {
  it("counts from the first sight of the item, and stays", () => {
    const readings = [0, 15_000, 30_000].map((ms) => readPlaying({ at: NOW + ms }));
    expect(startOf(foldAll(...readings))).toBe(NOW);
  });

  it("counts from the first sight when it is 0 for ever", () => {
    expect(startOf(foldAll(seenAt(0, 0), seenAt(15_000, 0), seenAt(30_000, 0)))).toBe(NOW);
  });

  it("keeps a measured start when a later reading does not tell it", () => {
    const truth = foldAll(seenAt(30_000), readPlaying({ at: NOW + 45_000 }), seenAt(60_000));
    expect(startOf(truth)).toBe(NOW);
  });

  it("gives way to a measured one", () => {
    const truth = foldAll(readPlaying({ at: NOW }), seenAt(15_000, 75_000));
    expect(startOf(truth)).toBe(NOW - 60_000);
  });

  it("takes 0 for a jump back to the start once the position has been seen to move", () => {
    expect(startOf(foldAll(seenAt(0, 0), seenAt(15_000), seenAt(30_000, 0)))).toBe(NOW + 30_000);
  });

  it("goes on after a pause where it stopped", () => {
    const paused = readPaused({ at: NOW + 20_000 });
    const truth = foldAll(readPlaying(), paused, readPlaying({ at: NOW + 80_000 }));
    expect(truth.current).toMatchObject({ startedAt: NOW + 60_000 });
  });

  it("starts anew with another item", () => {
    const other = readPlaying({ item: SECOND_SONG, at: NOW + 20_000 });
    expect(startOf(foldAll(readPlaying(), other))).toBe(NOW + 20_000);
  });
});

describe("a pause", () => {
  it("was heard until its position stopped", () => {
    const truth = foldAll(seenAt(30_000), readPaused({ progressMs: 40_000, at: NOW + 60_000 }));
    expect(truth.current).toMatchObject({ positionMs: 40_000, heardAt: NOW + 40_000 });
  });

  it("was heard no earlier than it was last seen to play, whatever position it jumps to", () => {
    const truth = foldAll(seenAt(30_000), readPaused({ progressMs: 1_000, at: NOW + 60_000 }));
    expect(truth.current).toMatchObject({ heardAt: NOW + 30_000 });
  });

  it("was heard no later than now, whatever position it jumps to", () => {
    const truth = foldAll(seenAt(30_000), readPaused({ progressMs: 200_000, at: NOW + 60_000 }));
    expect(truth.current).toMatchObject({ heardAt: NOW + 60_000 });
  });

  it("keeps the moment it was heard for as long as it lasts", () => {
    const pauses = [60, 90, 120].map((s) =>
      readPaused({ progressMs: 40_000, at: NOW + s * SECOND }),
    );
    expect(foldAll(seenAt(30_000), ...pauses).current).toMatchObject({ heardAt: NOW + 40_000 });
  });

  it("is never beyond the item's length", () => {
    const truth = foldAll(readPaused({ progressMs: LENGTH * 9 }));
    expect(truth.current).toMatchObject({ positionMs: LENGTH });
  });

  it("counts as heard just now when nobody saw it begin", () => {
    const truth = foldAll(readPaused({ progressMs: 40_000 }));
    expect(truth.current).toMatchObject({ state: "paused", positionMs: 40_000, heardAt: NOW });
  });

  it("is no new hearing of the song when a player is opened that shows the last one", () => {
    const opened = readPaused({ progressMs: 40_000, at: NOW + HOUR });
    const truth = foldAll(seenAt(30_000), readNothing(NOW + 40_000), opened);
    expect(truth.current).toMatchObject({ state: "paused", heardAt: NOW + 30_000 });
  });

  it("that becomes silence was heard when it was paused", () => {
    const paused = readPaused({ progressMs: 40_000, at: NOW + 50_000 });
    const truth = foldAll(seenAt(30_000), paused, readNothing(NOW + 3 * MINUTE));
    expect(truth.lastHeard).toEqual({ item: FIRST, playedAt: NOW + 40_000 });
  });
});

describe("silence", () => {
  it("after a song's end leaves it heard until its end", () => {
    const truth = foldAll(seenAt(30_000), readNothing(NOW + LENGTH + 5_000));
    expect(truth.current.state).toBe("nothing");
    expect(truth.lastHeard).toEqual({ item: FIRST, playedAt: NOW + LENGTH });
  });

  it("in the middle of a song leaves it heard when it was last seen", () => {
    const truth = foldAll(seenAt(30_000), readNothing(NOW + 45_000));
    expect(truth.lastHeard).toEqual({ item: FIRST, playedAt: NOW + 30_000 });
  });

  it("keeps what was heard for as long as it lasts, but no longer than a day", () => {
    const silence = [1, 2, 23].map((hours) => readNothing(NOW + hours * HOUR));
    expect(foldAll(seenAt(0), ...silence).lastHeard).toEqual({
      item: FIRST,
      playedAt: NOW + LENGTH,
    });
    const dayLater = readNothing(NOW + LENGTH + DAY);
    expect(foldAll(seenAt(0), ...silence, dayLater).lastHeard).toBeUndefined();
  });

  it("takes the history's word only when own memory knows nothing", () => {
    const lastHeard = { item: SECOND_SONG, playedAt: NOW - HOUR };
    expect(foldAll({ ...readNothing(), heard: [lastHeard] }).lastHeard).toEqual(lastHeard);
    const known = foldAll(seenAt(30_000), { ...readNothing(NOW + 45_000), heard: [lastHeard] });
    expect(known.lastHeard?.item).toEqual(FIRST);
  });

  it("leaves out what history knows of more than a day ago", () => {
    const lastHeard = { item: SECOND_SONG, playedAt: NOW - DAY };
    expect(foldAll({ ...readNothing(), heard: [lastHeard] }).lastHeard).toBeUndefined();
  });

  it("is never preceded by something from the future, when the clock was set back", () => {
    const truth = foldAll(seenAt(30_000), readNothing(NOW - HOUR));
    expect(truth.lastHeard).toEqual({ item: FIRST, playedAt: NOW - HOUR });
  });

  it("is what an ad is: the last item was heard, or nothing", () => {
    const truth = foldAll(seenAt(30_000), readAd(NOW + LENGTH + 2_000));
    expect(truth.current.state).toBe("nothing");
    expect(truth.lastHeard).toEqual({ item: FIRST, playedAt: NOW + LENGTH });
    expect(foldAll(readAd())).toMatchObject({
      current: { state: "nothing" },
      lastHeard: undefined,
    });
  });
});

it("keeps an item's colour while it lasts, and gives it to no other", () => {
  const tinted = readPlaying({ item: makeItem({ tint: "#102030" }), progressMs: 0 });
  const paused = readPaused({ progressMs: 15_000, at: NOW + 15_000 });
  const other = readPlaying({ item: SECOND_SONG, progressMs: 0, at: NOW + 60_000 });
  expect(foldAll(tinted, seenAt(15_000)).current).toMatchObject({ item: { tint: "#102030" } });
  expect(foldAll(tinted, paused).current).toMatchObject({ item: { tint: "#102030" } });
  expect(foldAll(tinted, other).current).toMatchObject({ item: { tint: undefined } });
});

it("never starts before time itself, however far on a player says it stands", () => {
  const item = makeItem({ durationMs: undefined });
  const at = Date.UTC(2026, 10, 20);
  const paused = foldReading(undefined, {
    receivedAt: at,
    playback: { type: "item", item, isPlaying: false, progressMs: Number.MAX_SAFE_INTEGER },
  });
  const resumed = foldReading(paused, {
    receivedAt: at,
    playback: { type: "item", item, isPlaying: true },
  });
  expect(resumed.current).toMatchObject({ state: "playing", startedAt: 0 });
});
