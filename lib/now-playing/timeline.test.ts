import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldReading } from "./fold-reading";
import { endOf } from "./model";
import type { Reading, Truth } from "./model";
import { publish } from "./publish";
import {
  FIRST,
  HOUR,
  MINUTE,
  NOW,
  SECOND,
  SECOND_SONG,
  makeItem,
  readNothing,
  readPaused,
  readPlaying,
} from "./testing/made";
import { entryAt, extendTimeline } from "./timeline";
import type { Timeline } from "./timeline";

const LENGTH = FIRST.durationMs ?? 0;

/** The timeline of readings that follow each other. */
function lay(readings: readonly Reading[], delayMs = HOUR): Timeline {
  let timeline: Timeline = [];
  for (const reading of readings) {
    const last = timeline.at(-1);
    timeline = extendTimeline(timeline, foldReading(last, reading), last, delayMs);
  }
  return timeline;
}

const startsOf = (timeline: Timeline): number[] => timeline.map(({ since }) => since - NOW);
const first = (ms: number, progressMs = ms): Reading => readPlaying({ at: NOW + ms, progressMs });
const second = (ms: number, progressMs: number): Reading =>
  readPlaying({ item: SECOND_SONG, at: NOW + ms, progressMs });

describe("a change", () => {
  it("is of its reading's moment", () => {
    expect(startsOf(lay([first(5_000), readNothing(NOW + 60_000)]))).toEqual([5_000, 60_000]);
  });

  it("is of the next song's start, where it followed by itself", () => {
    const readings = [first(0), second(LENGTH + 20_000, 19_000)];
    expect(startsOf(lay(readings))).toEqual([0, LENGTH + 1_000]);
  });

  it.each<[string, Reading[], number]>([
    ["a skip", [first(0), second(60_000, 9_000)], 60_000],
    ["a seek", [first(0), first(60_000, 90_000)], 60_000],
    ["a song that began long after the end", [first(0), second(LENGTH + 40_000, 9_000)], 250_000],
    ["a start that is found late", [first(0), second(LENGTH + 90_000, 89_000)], 300_000],
    [
      "a song after a pause",
      [readPaused({ progressMs: 9 }), second(LENGTH + 5_000, 4_000)],
      215_000,
    ],
  ])("is of its reading's moment after %s", (_, readings, since) => {
    expect(startsOf(lay(readings)).at(-1)).toBe(since);
  });

  it("is never before what was seen last of the one before", () => {
    const readings = [first(0), first(LENGTH + 3_000), second(LENGTH + 6_000, 7_000)];
    expect(startsOf(lay(readings))).toEqual([0, LENGTH + 3_000]);
  });

  it("that is none makes no entry, however long it lasts", () => {
    const timeline = lay([0, 15, 30, 45, 200].map((s) => first(s * SECOND)));
    expect(timeline).toHaveLength(1);
    expect(timeline[0]).toMatchObject({ since: NOW, asOf: NOW + 200 * SECOND });
  });

  it("is not lost where a song's end was found late", () => {
    const timeline = lay([first(0), readNothing(NOW + LENGTH + MINUTE)]);
    expect(startsOf(timeline)).toEqual([0, LENGTH + MINUTE]);
    expect(publish(entryAt(timeline, NOW + MINUTE), undefined, NOW + MINUTE).state).toBe("playing");
  });

  it("is one where nobody looked for so long that a pause was given up", () => {
    const pauses = [0, 20, 55].map((m) => readPaused({ at: NOW + m * MINUTE, progressMs: 9_000 }));
    expect(startsOf(lay(pauses))).toEqual([0, 55 * MINUTE]);
  });
});

describe("a timeline", { timeout: 30_000 }, () => {
  it("reaches back as far as the delay, and one entry more", () => {
    const readings = [0, 1, 2, 3, 4].map((m) => second(m * MINUTE, 30_000 - m * 5_000));
    expect(startsOf(lay(readings, 2 * MINUTE))).toEqual([2, 3, 4].map((m) => m * MINUTE));
    expect(startsOf(lay(readings, 90 * SECOND))).toEqual([2, 3, 4].map((m) => m * MINUTE));
    expect(lay(readings, 0)).toHaveLength(1);
  });

  it("follows a clock that was set back", () => {
    expect(startsOf(lay([first(0), second(60_000, 5_000), readNothing(NOW + 30_000)]))).toEqual([
      0, 30_000,
    ]);
  });

  it("of more changes than it holds leaves out the shortest, and keeps the newest", () => {
    const readings = Array.from({ length: 400 }, (_, i) =>
      second(i * 8_000 + (i % 4) * 1_500, 100_000 - i * 200),
    );
    const timeline = lay(readings);
    expect(timeline.length).toBeLessThanOrEqual(100);
    expect(timeline.at(-1)?.asOf).toBe(readings.at(-1)?.receivedAt);
    expect(startsOf(timeline)[0]).toBeLessThan(10 * MINUTE);
  });

  it("says at every moment what was known then, but for songs that followed by themselves", () => {
    const items = fc.constantFrom(
      FIRST,
      SECOND_SONG,
      makeItem({ key: "?", durationMs: undefined }),
    );
    const playback = fc.oneof(
      fc.constant({ type: "nothing" as const }),
      fc.record({
        type: fc.constant("item" as const),
        item: items,
        isPlaying: fc.boolean(),
        progressMs: fc.option(fc.integer({ min: 0, max: 215_000 }), { nil: undefined }),
      }),
    );
    // Where nothing new is said, the same goes on.
    const steps = fc.array(
      fc.record({
        pause: fc.integer({ min: 1_000, max: 300_000 }),
        playback: fc.option(playback, { nil: undefined }),
      }),
      { minLength: 2, maxLength: 25 },
    );
    fc.assert(
      fc.property(steps, (sequence) => {
        let at = NOW;
        let said: Reading["playback"] = { type: "nothing" };
        let timeline: Timeline = [];
        const truths: Truth[] = [];
        for (const { pause, playback = goOn(said, pause) } of sequence) {
          at += pause;
          said = playback;
          const last = timeline.at(-1);
          const truth = foldReading(last, { receivedAt: at, playback });
          truths.push(truth);
          timeline = extendTimeline(timeline, truth, last, 24 * HOUR);
        }
        for (let time = truths[0]?.asOf ?? at; time <= at; time += 997) {
          const told = entryAt(timeline, time);
          const known = truths.findLast(({ asOf }) => asOf <= time);
          const bodies = [told, known].map((one) => JSON.stringify(publish(one, undefined, time)));
          if (bodies[0] === bodies[1]) continue;
          const current = told?.current;
          if (current?.state !== "playing") throw new Error(`Told too early: ${bodies.join(" ")}`);
          expect(current.startedAt).toBeLessThanOrEqual(time);
          const next = truths.find(({ asOf }) => asOf > time);
          expect((next?.asOf ?? 0) - current.startedAt).toBeLessThanOrEqual(MINUTE);
          if (known?.current.state !== "playing") throw new Error("It followed nothing.");
          expect(Math.abs((endOf(known.current) ?? 0) - current.startedAt)).toBeLessThanOrEqual(
            5_000,
          );
        }
        const starts = startsOf(timeline);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: 400 },
    );
  });
});

/** What plays goes on playing, and stops at its end. */
function goOn(playback: Reading["playback"], ms: number): Reading["playback"] {
  if (playback.type !== "item" || !playback.isPlaying) return playback;
  const progressMs = (playback.progressMs ?? 0) + ms;
  const isOver = progressMs > (playback.item.durationMs ?? Infinity);
  return isOver ? { type: "nothing" } : { ...playback, progressMs };
}
