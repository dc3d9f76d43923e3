import { describe, expect, it } from "vitest";
import { createMemoryStore } from "@/lib/store/memory-store";
import { say } from "@/lib/telling/say";
import type { Reading } from "./model";
import { postpone } from "./postpone";
import { SourceFailure } from "./source";
import { expectContract } from "./testing/contract";
import { makeEngine } from "./testing/engine";
import { makeListener } from "./testing/listener";
import { seedRandom } from "./testing/seed-random";
import {
  DAY,
  FIRST,
  HOUR,
  MINUTE,
  NOW,
  SECOND,
  SECOND_SONG,
  readNothing,
  readPaused,
  readPlaying,
} from "./testing/made";
import { makeSharedStore } from "./testing/stores";
import type { NowPlaying } from "./wire";

const IDLE = '{"v":1,"state":"idle"}';
const LENGTH = FIRST.durationMs ?? 0;
const TENTH = 10 * MINUTE;

/** An engine that tells everything ten minutes late, its clock a number. */
function makeLate(answer: (at: number) => Reading, delaySeconds = 600) {
  const clock = { time: NOW };
  const now = (): number => clock.time;
  const store = makeSharedStore(createMemoryStore({ now }));
  const options = { now, store, policy: { delaySeconds }, dailyBudget: 1e9 };
  const make = () => makeEngine(() => answer(clock.time), options);
  const made = make();
  const readAt = async (time: number, { engine } = made) => {
    clock.time = time;
    const { nowPlaying } = await engine.read();
    expectContract(nowPlaying);
    return nowPlaying;
  };
  /** Looks now, and every 5 s up to a moment. */
  const watchTo = async (time: number): Promise<void> => {
    await readAt(clock.time);
    while (clock.time < time) await readAt(Math.min(clock.time + 5 * SECOND, time));
  };
  return { ...made, make, options, clock, readAt, watchTo };
}

/** The first song from NOW on, then the second, which is paused after a minute. */
function side(at: number): Reading {
  const ms = at - NOW;
  if (ms < LENGTH) return readPlaying({ at, progressMs: ms });
  if (ms < LENGTH + MINUTE) return readPlaying({ item: SECOND_SONG, at, progressMs: ms - LENGTH });
  return readPaused({ item: SECOND_SONG, at, progressMs: MINUTE });
}

interface Seen {
  readonly at: number;
  readonly told: NowPlaying;
}

/** What an eye that never closes sees of a listener, each state once. */
async function watchListener(days: [from: number, to: number], delaySeconds: number) {
  let time = NOW + days[0];
  const now = (): number => time;
  const listener = makeListener(NOW, 1, seedRandom(11));
  const { engine } = makeEngine(() => listener.hear(time), {
    now,
    store: createMemoryStore({ now }),
    policy: { delaySeconds },
    dailyBudget: 1e9,
  });
  const seen: Seen[] = [];
  let last = "";
  for (; time < NOW + days[1]; time += SECOND) {
    const { nowPlaying, json } = await engine.read();
    if (json !== last) seen.push({ at: time, told: nowPlaying });
    last = json;
  }
  return seen;
}

describe("with a delay", () => {
  it.each([45, 600, 3_600])(
    "of %i s an evening is told as it was, only later",
    async (delaySeconds) => {
      const delayMs = delaySeconds * SECOND;
      const [from, to] = [HOUR - MINUTE, 2.5 * HOUR];
      const prompt = await watchListener([from, to], 0);
      const late = await watchListener([from, to + delayMs], delaySeconds);
      expect(prompt.length).toBeGreaterThan(20);
      const expected = prompt.map(({ told }) => postpone(told, delayMs));
      expect(late.slice(0, prompt.length).map(({ told }) => told)).toEqual(expected);
      // The first one is told at once: nothing is known yet, and nothing was on.
      for (const [index, { at }] of prompt.slice(1).entries()) {
        const lag = (late[index + 1]?.at ?? Infinity) - at;
        expect(lag).toBeLessThanOrEqual(delayMs);
        expect(lag).toBeGreaterThanOrEqual(delayMs - 2 * SECOND);
      }
    },
    20_000,
  );

  it("every moment moves along, and a position stays", async () => {
    const { readAt, watchTo } = makeLate(side);
    await watchTo(NOW + TENTH - 1);
    expect(await readAt(NOW + TENTH)).toMatchObject({
      state: "playing",
      title: FIRST.title,
      startedAt: NOW + TENTH,
    });
    await watchTo(NOW + TENTH + LENGTH - 1);
    expect(await readAt(NOW + TENTH + LENGTH)).toMatchObject({
      title: SECOND_SONG.title,
      startedAt: NOW + LENGTH + TENTH,
    });
    await watchTo(NOW + TENTH + LENGTH + 2 * MINUTE);
    expect(await readAt(NOW + TENTH + LENGTH + 2 * MINUTE)).toMatchObject({
      state: "paused",
      positionMs: MINUTE,
    });
    expect(await readAt(NOW + TENTH + LENGTH + HOUR)).toMatchObject({
      state: "recent",
      playedAt: NOW + LENGTH + MINUTE + TENTH,
    });
  });

  it("nothing known of a moment yet is nothing, not trouble", async () => {
    const { readAt } = makeLate(side);
    expect(await readAt(NOW)).toEqual({ v: 1, state: "idle" });
    expect(await readAt(NOW + TENTH - 1)).toEqual({ v: 1, state: "idle" });
  });

  it("trouble is told while nothing at all is known", async () => {
    const { readAt } = makeLate(() => {
      throw new SourceFailure("reauthorize", say`Sign in again.`);
    });
    expect(await readAt(NOW)).toEqual({ v: 1, state: "unavailable", reason: "reauthorize" });
  });

  it("trouble marks what is told only beyond the last good reading, told late as well", async () => {
    const { source, readAt, watchTo } = makeLate(side);
    await watchTo(NOW + MINUTE);
    source.answer = () => Promise.reject(new SourceFailure("unreachable", say`Down.`));
    const before = await readAt(NOW + TENTH + MINUTE - SECOND);
    expect(before).toMatchObject({ state: "playing" });
    expect(before).not.toHaveProperty("stale");
    const { asOf, ...after } = { asOf: 0, ...(await readAt(NOW + TENTH + MINUTE)) };
    expect(after).toMatchObject({ state: "playing", stale: true });
    expect(asOf).toBeGreaterThan(NOW + TENTH + 40 * SECOND);
    expect(asOf).toBeLessThanOrEqual(NOW + TENTH + MINUTE);
  });

  it("a skip or a seek is told no sooner than the delay after it was seen", async () => {
    const { source, readAt, watchTo } = makeLate(side);
    await watchTo(NOW + MINUTE);
    source.answer = () =>
      readPlaying({ at: NOW + 76 * SECOND, item: SECOND_SONG, progressMs: 70 * SECOND });
    await readAt(NOW + 76 * SECOND);
    expect(await readAt(NOW + TENTH + 76 * SECOND - 1)).toMatchObject({ title: FIRST.title });
    expect(await readAt(NOW + TENTH + 76 * SECOND)).toMatchObject({
      title: SECOND_SONG.title,
      startedAt: NOW + TENTH + 6 * SECOND,
    });
  });

  it("a restart loses nothing, and another instance knows as much", async () => {
    const { make, readAt, watchTo } = makeLate(side);
    await watchTo(NOW + LENGTH + 90 * SECOND);
    const [restarted, other] = [make(), make()];
    for (const ms of [LENGTH + 91 * SECOND, TENTH + MINUTE, TENTH + LENGTH + 30 * SECOND]) {
      const told = await readAt(NOW + ms);
      expect(await readAt(NOW + ms, restarted)).toEqual(told);
      expect(await readAt(NOW + ms, other)).toEqual(told);
    }
    expect(restarted.source.requests.length).toBeLessThan(3);
  });

  it("the colour joins what is told later, too", async () => {
    const { options, clock } = makeLate(side);
    const { engine } = makeEngine(() => side(clock.time), {
      ...options,
      findTint: async () => "#102030",
    });
    await engine.read();
    clock.time = NOW + TENTH;
    await engine.read();
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "playing", tint: "#102030" });
  });

  it("what was heard last is told for a day, and stored no longer", async () => {
    const { source, options, readAt, watchTo } = makeLate(side);
    await watchTo(NOW + LENGTH - SECOND);
    source.answer = () => readNothing(NOW + LENGTH + SECOND);
    await readAt(NOW + LENGTH + SECOND);
    source.answer = () => Promise.reject(new SourceFailure("unreachable", say`Down.`));
    const end = NOW + LENGTH + TENTH;
    expect(await readAt(end + DAY - SECOND)).toMatchObject({ state: "recent", playedAt: end });
    expect(await options.store.get("now-playing/truth")).toBeDefined();
    expect(await readAt(end + DAY + SECOND)).not.toMatchObject({ state: "recent" });
    expect(await options.store.get("now-playing/truth")).toBeUndefined();
  });

  it("an engine without one tells what another stored with one, and the other way round", async () => {
    const { options, clock, readAt, make } = makeLate(side);
    await readAt(NOW);
    const prompt = makeEngine(() => side(clock.time), { ...options, policy: {} });
    clock.time = NOW + 5 * SECOND;
    expect((await prompt.engine.read()).nowPlaying).toMatchObject({ startedAt: NOW });
    clock.time = NOW + 20 * SECOND;
    await prompt.engine.read();
    expect(
      JSON.parse((await options.store.get("now-playing/truth"))?.value ?? ""),
    ).not.toHaveProperty("past");
    const late = make();
    expect(await readAt(NOW + 25 * SECOND, late)).toEqual({ v: 1, state: "idle" });
    expect(await readAt(NOW + 20 * SECOND + TENTH, late)).toMatchObject({ state: "playing" });
  });
});

describe("with a delay, an order", () => {
  it("to hide is kept to at once, and nothing from before comes back", async () => {
    const { engine, source, options, clock, readAt, watchTo } = makeLate(side);
    await watchTo(NOW + TENTH + MINUTE);
    expect(await readAt(NOW + TENTH + MINUTE)).toMatchObject({ state: "playing" });
    await engine.hide(clock.time + 5 * MINUTE);
    expect((await engine.read()).json).toBe(IDLE);
    expect(await options.store.get("now-playing/truth")).toBeUndefined();
    const calls = source.requests.length;
    await watchTo(NOW + TENTH + 6 * MINUTE - 1);
    expect(source.requests).toHaveLength(calls);

    const heard = [
      { item: SECOND_SONG, playedAt: NOW + TENTH + 2 * MINUTE },
      { item: SECOND_SONG, playedAt: NOW + 8 * MINUTE },
      { item: FIRST, playedAt: NOW + LENGTH },
    ];
    source.answer = () => ({ ...readNothing(clock.time), heard });
    for (let minutes = 16; minutes < 60; minutes++) {
      expect(await readAt(NOW + minutes * MINUTE)).toEqual({ v: 1, state: "idle" });
    }
  });

  it("to hide keeps back what nobody saw, and was not told yet", async () => {
    const { engine, source, clock, readAt } = makeLate(side);
    await engine.hide(NOW + MINUTE);
    const heard = [NOW - TENTH + SECOND, NOW - TENTH - SECOND].map((playedAt) => {
      return { item: FIRST, playedAt };
    });
    source.answer = () => ({ ...readNothing(clock.time), heard });
    await readAt(NOW + 2 * MINUTE);
    expect(await readAt(NOW + 2 * MINUTE + TENTH)).toMatchObject({ playedAt: NOW - SECOND });
  });

  it("to forget leaves nothing to be told later", async () => {
    const { engine, source, readAt, clock } = makeLate(side);
    await readAt(NOW);
    clock.time = NOW + MINUTE;
    await engine.forget();
    source.answer = () => readNothing(clock.time);
    expect(await readAt(NOW + TENTH)).toEqual({ v: 1, state: "idle" });
    expect(await readAt(NOW + TENTH + LENGTH)).toEqual({ v: 1, state: "idle" });
  });
});

describe("with a delay, quiet hours", () => {
  it("begin at once, and what would have been told in them never is", async () => {
    const { options, clock } = makeLate(side);
    const quietHours = { from: "20:12", to: "23:00", timeZone: "UTC" };
    const policy = { delaySeconds: 600, quietHours };
    const start = NOW + 12 * MINUTE;
    const { engine, source } = makeEngine(() => side(clock.time), { ...options, policy });
    const bodies: [number, NowPlaying][] = [];
    for (; clock.time < NOW + 3.5 * HOUR; clock.time += 10 * SECOND) {
      if (clock.time >= NOW + 3 * HOUR) source.answer = () => readNothing(clock.time);
      bodies.push([clock.time, (await engine.read()).nowPlaying]);
    }
    const toldAt = (time: number) => bodies.find(([at]) => at === time)?.[1];
    expect(toldAt(start - 10 * SECOND)).toMatchObject({ state: "playing", title: FIRST.title });
    expect(toldAt(start)).toMatchObject({ state: "recent", playedAt: start });
    const later = bodies.filter(([at]) => at >= start);
    for (const [, told] of later) expect(told).toMatchObject({ state: "recent", playedAt: start });
    expect(JSON.stringify(later)).not.toContain(SECOND_SONG.title);
  });
});
