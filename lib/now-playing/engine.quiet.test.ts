import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "@/lib/store/memory-store";
import { say } from "@/lib/telling/say";
import type { Reading } from "./model";
import type { PublishingPolicy } from "./policy";
import { isQuiet } from "./quiet-hours";
import { SourceFailure } from "./source";
import { playbacks } from "./testing/arbitraries";
import { makeEngine } from "./testing/engine";
import {
  FIRST,
  HOUR,
  MINUTE,
  SECOND,
  SECOND_SONG,
  makeItem,
  readNothing,
  readPaused,
  readPlaying,
} from "./testing/made";
import { transcribe } from "./testing/transcript";
import type { Step } from "./testing/transcript";

const TEN = Date.UTC(2026, 10, 20, 22);
const SEVEN = TEN + 9 * HOUR;
const NIGHT: PublishingPolicy = { quietHours: { from: "22:00", to: "07:00", timeZone: "UTC" } };
const IDLE = '{"v":1,"state":"idle"}';
const LENGTH = FIRST.durationMs ?? 0;

/** An engine with quiet nights, its clock a number that the test sets. */
function makeNight(answer: (at: number) => Reading, policy = NIGHT) {
  const clock = { time: TEN - MINUTE };
  const now = (): number => clock.time;
  const store = createMemoryStore({ now });
  const options = { now, store, policy };
  const made = makeEngine(() => answer(clock.time), options);
  const readAt = async (time: number) => {
    clock.time = time;
    return made.engine.read();
  };
  return { ...made, options, readAt };
}

/** The first song, begun at a moment. */
const playedFrom =
  (startedAt: number, item = FIRST) =>
  (at: number): Reading =>
    readPlaying({ item, at, progressMs: at - startedAt });

describe("in quiet hours", () => {
  it("the source is asked nothing, however many look", async () => {
    const { source, readAt } = makeNight(playedFrom(TEN - MINUTE));
    await readAt(TEN - 1);
    for (let at = TEN; at < SEVEN; at += MINUTE) await readAt(at);
    expect(source.requests).toHaveLength(1);
    await readAt(SEVEN);
    expect(source.requests).toHaveLength(2);
  });

  it("a song that plays across their start was heard until then", async () => {
    const { readAt } = makeNight(playedFrom(TEN - MINUTE));
    expect((await readAt(TEN - 1)).nowPlaying).toMatchObject({ state: "playing" });
    for (const at of [TEN, TEN + MINUTE, TEN + HOUR, SEVEN - 1]) {
      expect((await readAt(at)).nowPlaying).toMatchObject({
        state: "recent",
        title: FIRST.title,
        playedAt: TEN,
      });
    }
  });

  it("a song that ended before was heard until its end, and a pause until it began", async () => {
    const ended = makeNight(playedFrom(TEN - LENGTH - SECOND));
    await ended.readAt(TEN - MINUTE);
    const { nowPlaying } = await ended.readAt(TEN);
    expect(nowPlaying).toMatchObject({ state: "recent", playedAt: TEN - SECOND });

    const paused = makeNight(playedFrom(TEN - 3 * MINUTE));
    await paused.readAt(TEN - 2 * MINUTE);
    paused.source.answer = () => readPaused({ at: TEN - MINUTE, progressMs: 90 * SECOND });
    await paused.readAt(TEN - MINUTE);
    expect((await paused.readAt(TEN + HOUR)).nowPlaying).toMatchObject({
      state: "recent",
      playedAt: TEN - 90 * SECOND,
    });
  });

  it("a song of unknown length is believed no longer than else", async () => {
    const { readAt } = makeNight(playedFrom(TEN - HOUR, makeItem({ durationMs: undefined })));
    await readAt(TEN - 20 * MINUTE);
    expect((await readAt(TEN)).nowPlaying).toMatchObject({ playedAt: TEN - 20 * MINUTE });
  });

  it("what was heard ages to nothing, and nothing known is nothing", async () => {
    const all = { quietHours: [hours("22:00", "12:00"), hours("12:00", "21:00")] };
    const { readAt } = makeNight(playedFrom(TEN - MINUTE), all);
    expect((await readAt(TEN + HOUR)).json).toBe(IDLE);
    await readAt(TEN - MINUTE);
    expect((await readAt(TEN + 22 * HOUR)).nowPlaying).toMatchObject({ state: "recent" });
    const cold = makeNight(playedFrom(TEN));
    expect((await cold.readAt(TEN)).json).toBe(IDLE);
  });

  it("trouble is nobody's business", async () => {
    const { source, readAt } = makeNight(playedFrom(TEN - 3 * MINUTE));
    await readAt(TEN - 2 * MINUTE);
    source.answer = () => Promise.reject(new SourceFailure("unreachable", say`Down.`));
    expect((await readAt(TEN - SECOND)).nowPlaying).toMatchObject({ stale: true });
    const { nowPlaying } = await readAt(TEN);
    expect(nowPlaying).toMatchObject({ state: "recent", playedAt: TEN });
    expect(nowPlaying).not.toHaveProperty("stale");
  });

  it("nor is a reading that failed before, to health: nobody asks whether it still does", async () => {
    const { engine, source, readAt } = makeNight(playedFrom(TEN - 3 * MINUTE));
    await readAt(TEN - 2 * MINUTE);
    source.answer = () => Promise.reject(new SourceFailure("misconfigured", say`Refused.`));
    await readAt(TEN - SECOND);
    expect(engine.status().trouble).toMatchObject({ reason: "misconfigured" });
    await readAt(TEN);
    const lastReadingAt = TEN - 2 * MINUTE;
    expect(engine.status()).toMatchObject({ trouble: undefined, lastReadingAt });
  });

  it("a reading that comes in late is not taken", async () => {
    const { source, readAt, options } = makeNight(playedFrom(TEN - 3 * MINUTE));
    await readAt(TEN - 2 * MINUTE);
    source.answer = async () => {
      await readAt(TEN + 1);
      return readPlaying({ item: SECOND_SONG, at: TEN + 1, progressMs: 0 });
    };
    expect((await readAt(TEN - 1)).nowPlaying).toMatchObject({ title: FIRST.title, playedAt: TEN });
    const stored = await options.store.get("now-playing/truth");
    expect(stored?.value).not.toContain(SECOND_SONG.title);
  });

  it("a restart changes nothing", async () => {
    const { readAt, options } = makeNight(playedFrom(TEN - MINUTE));
    await readAt(TEN - 1);
    const { json } = await readAt(TEN + HOUR);
    const { engine, source } = makeEngine(() => readNothing(), options);
    expect((await engine.read()).json).toBe(json);
    expect(source.requests).toHaveLength(0);
  });

  it("that were not quiet before a restart, what was heard in them is forgotten", async () => {
    const { readAt, options } = makeNight(playedFrom(TEN + MINUTE), {});
    expect((await readAt(TEN + 2 * MINUTE)).nowPlaying).toMatchObject({ state: "playing" });
    const { engine } = makeEngine(() => readNothing(), { ...options, policy: NIGHT });
    expect((await engine.read()).json).toBe(IDLE);
  });
});

describe("after quiet hours", () => {
  const night = { item: SECOND_SONG, playedAt: TEN + HOUR };

  it("nothing that was heard in them is told", async () => {
    const heard = [night, { item: FIRST, playedAt: TEN - HOUR }];
    const { readAt } = makeNight((at) => ({ ...readNothing(at), heard }));
    expect((await readAt(SEVEN)).nowPlaying).toMatchObject({
      title: FIRST.title,
      playedAt: TEN - HOUR,
    });
  });

  it("a song that played across their start stays heard until then, ended or not", async () => {
    const { source, readAt } = makeNight(playedFrom(TEN - MINUTE));
    await readAt(TEN - 1);
    source.answer = () => Promise.reject(new SourceFailure("unreachable", say`Down.`));
    const told = { state: "recent", playedAt: TEN };
    expect((await readAt(SEVEN)).nowPlaying).toMatchObject({ ...told, stale: true });
    source.answer = () => readNothing(SEVEN + MINUTE);
    expect((await readAt(SEVEN + MINUTE)).nowPlaying).toMatchObject(told);
  });

  it("a player that was left paused or vanished in them tells nothing", async () => {
    for (const found of [
      (at: number) => readPaused({ item: SECOND_SONG, at, progressMs: 60_000 }),
      (at: number) => playedFrom(TEN + HOUR, SECOND_SONG)(at),
    ]) {
      const { source, readAt } = makeNight(playedFrom(TEN - MINUTE));
      await readAt(TEN - 1);
      source.answer = ({ needsLastHeard }) => {
        expect(needsLastHeard).toBe(false);
        return found(SEVEN + MINUTE);
      };
      expect((await readAt(SEVEN + MINUTE)).nowPlaying).toMatchObject({
        state: "recent",
        title: FIRST.title,
        playedAt: TEN,
      });
    }
  });

  it("a pause tells nothing either when nobody had looked before", async () => {
    const { source, readAt } = makeNight((at) => readPaused({ at, progressMs: 60_000 }));
    expect((await readAt(SEVEN + MINUTE)).json).toBe(IDLE);
    expect((await readAt(SEVEN + 2 * MINUTE)).json).toBe(IDLE);
    source.answer = () => readPlaying({ at: SEVEN + 3 * MINUTE, progressMs: 61_000 });
    expect((await readAt(SEVEN + 3 * MINUTE)).nowPlaying).toMatchObject({ state: "playing" });
    source.answer = () => readPaused({ at: SEVEN + 4 * MINUTE, progressMs: 80_000 });
    expect((await readAt(SEVEN + 4 * MINUTE)).nowPlaying).toMatchObject({ state: "paused" });
  });

  it("what plays on is told with its own start", async () => {
    const { readAt } = makeNight(playedFrom(SEVEN - MINUTE));
    expect((await readAt(SEVEN)).nowPlaying).toMatchObject({ startedAt: SEVEN - MINUTE });
  });
});

describe("whatever is listened to", { timeout: 30_000 }, () => {
  const says = fc.record({
    playback: playbacks,
    heard: fc.constantFrom([], [{ item: FIRST, playedAt: TEN + MINUTE }]),
  });
  const sequences = fc.array(
    fc.record({ lasts: fc.integer({ min: MINUTE, max: 40 * MINUTE }), says }),
    { minLength: 3, maxLength: 8 },
  );
  const policies = fc.record({
    quietHours: fc.constant([hours("22:10", "22:40"), hours("23:20", "23:30")]),
    delaySeconds: fc.constantFrom(0, 90, 1_800),
  });

  it("quiet hours are asked nothing about, tell nothing new, and no cache reaches into them", async () => {
    await fc.assert(
      fc.asyncProperty(sequences, policies, async (sequence, policy) => {
        const told = await transcribe(sequence, policy, 20 * SECOND, TEN);
        for (const at of told.asked) expect(isQuiet(policy, TEN + at)).toBe(false);
        for (const [since, head, body] of told.answers) {
          const at = TEN + since;
          const until = reachOf(head, at);
          const bounds = policy.delaySeconds === 0 ? [10, 40, 80, 90] : [10, 80];
          const next = bounds.map((m) => TEN + m * MINUTE).find((bound) => bound > at);
          expect(until).toBeLessThanOrEqual(next ?? Infinity);
          const { state, playedAt, startedAt, stale } = JSON.parse(body);
          if (playedAt !== undefined) expect(isQuiet(policy, playedAt - 1)).toBe(false);
          if (!isQuiet(policy, at)) continue;
          expect(["recent", "idle"]).toContain(state);
          expect([startedAt, stale]).toEqual([undefined, undefined]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("what happens in quiet hours changes nothing that is told", async () => {
    const policy = { quietHours: hours("22:10", "22:40"), delaySeconds: 60 };
    const night = fc.array(playbacks, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(night, night, async (one, other) => {
        const [first, second] = await Promise.all(
          [one, other].map((playbacks) =>
            transcribe(
              [
                step(10 * MINUTE, play()),
                ...playbacks.map((playback) =>
                  step((30 * MINUTE) / playbacks.length, { playback }),
                ),
                step(5 * MINUTE, play(SECOND_SONG)),
              ],
              policy,
              15 * SECOND,
              TEN,
            ),
          ),
        );
        expect(first).toEqual(second);
      }),
      { numRuns: 20 },
    );
  });
});

it("an open day of quiet hours is as any other day", async () => {
  const says = { playback: { type: "item", item: FIRST, isPlaying: true } } as const;
  const steps = [{ lasts: 10 * MINUTE, says }];
  const noon = TEN - 10 * HOUR;
  const [open, free] = await Promise.all(
    [NIGHT, {}].map((policy) => transcribe(steps, policy, 10 * SECOND, noon)),
  );
  expect(open?.answers.map(([, , body]) => body)).toEqual(free?.answers.map(([, , body]) => body));
});

/** Epoch ms at which a cache has to ask anew, however long it cannot reach us. */
function reachOf(head: string, at: number): number {
  const part = (name: string): number =>
    Number(new RegExp(`\\ncdn-cache-control:.*${name}=(\\d+)`).exec(head)?.[1] ?? 0);
  const extra = Math.max(part("stale-while-revalidate"), part("stale-if-error"));
  return at + (part("max-age") + extra) * SECOND;
}

function step(lasts: number, says: Step["says"]): Step {
  return { lasts, says };
}

function play(item = FIRST): Step["says"] {
  return { playback: { type: "item", item, isPlaying: true, progressMs: 4_000 } };
}

function hours(from: string, to: string) {
  return { from, to, timeZone: "UTC" };
}
