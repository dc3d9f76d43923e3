import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Publication } from "./publisher";
import type { NowPlaying } from "./wire";
import { expectContract } from "./testing/contract";
import { after, makeEngine, playSince } from "./testing/engine";
import { FIRST, HOUR, MINUTE, NOW, SECOND, readNothing, readPlaying } from "./testing/made";

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** What is told, and how long (ms) it took. */
async function clockRead(read: () => Promise<Publication>) {
  const begun = Date.now();
  const told: { told: NowPlaying; took: number }[] = [];
  void read().then(({ nowPlaying }) => told.push({ told: nowPlaying, took: Date.now() - begun }));
  for (let ms = 0; told.length === 0 && ms < 10_000; ms += 100) await pass(100);
  return told[0] ?? { told: undefined, took: Infinity };
}

describe("the engine", () => {
  it("answers 300 cold requests at once with one reading", async () => {
    const { engine, source } = makeEngine(after(300, playSince(NOW)));
    const told = Promise.all(Array.from({ length: 300 }, () => engine.read()));
    await pass(300);
    const publications = await told;
    expect(source.requests).toHaveLength(1);
    expect(new Set(publications.map(({ etag }) => etag)).size).toBe(1);
    expect(publications[0]?.nowPlaying).toMatchObject({ state: "playing", title: FIRST.title });
  });

  it("asks nothing while nobody asks it", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    await pass(HOUR);
    expect(source.requests).toHaveLength(0);
    await engine.read();
    await pass(HOUR);
    expect(source.requests).toHaveLength(1);
  });

  it("asks no more often than the plan wants, whoever watches", async () => {
    const { engine, source } = makeEngine(playSince(NOW), { dailyBudget: 100_000 });
    for (let ms = 0; ms < MINUTE; ms += 250) {
      await Promise.all([engine.read(), engine.read()]);
      await pass(250);
    }
    expect(source.requests).toHaveLength(6);
  });

  it("asks a second after the song's end", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    await pass(205 * SECOND);
    await engine.read();
    await pass(5 * SECOND + 999);
    await engine.read();
    expect(source.requests).toHaveLength(1);
    await pass(1);
    await engine.read();
    expect(source.requests).toHaveLength(2);
  });

  it("asks for the last item heard only while it knows none", async () => {
    const history = { item: FIRST, playedAt: NOW - HOUR };
    const { engine, source } = makeEngine(({ needsLastHeard }) => ({
      ...readNothing(Date.now()),
      ...(needsLastHeard && { heard: [history] }),
    }));
    expect((await engine.read()).nowPlaying).toMatchObject({
      state: "recent",
      playedAt: NOW - HOUR,
    });
    await pass(MINUTE);
    await engine.read();
    await pass(23 * HOUR);
    await engine.read();
    expect(source.requests.map(({ needsLastHeard }) => needsLastHeard)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("counts every call of a reading", async () => {
    const { engine } = makeEngine(async ({ permit }) => {
      await permit();
      return readNothing();
    });
    await engine.read();
    expect(engine.status().allowance).toMatchObject({ limit: 700, remaining: 698 });
  });
});

describe("a visitor's patience", () => {
  it("ends after 4 s when nothing is known, and the reading goes on", async () => {
    const { engine } = makeEngine(after(6_000, playSince(NOW)));
    const { told, took } = await clockRead(() => engine.read());
    expect(took).toBe(4_000);
    expectContract(told);
    expect(told).toMatchObject({ state: "unavailable", reason: "unreachable" });
    await pass(2_000);
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "playing" });
  });

  it("ends after 800 ms when something is known", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    await engine.read();
    await pass(20 * SECOND);
    source.answer = after(3_000, () => readNothing());
    const { told, took } = await clockRead(() => engine.read());
    expect(took).toBe(800);
    expect(told).toMatchObject({ state: "playing", startedAt: NOW });
    expect(source.requests).toHaveLength(2);
  });

  it("is not needed when the reading is quick, or none is due", async () => {
    const { engine } = makeEngine(after(100, playSince(NOW)));
    expect(await clockRead(() => engine.read())).toMatchObject({ took: 100 });
    expect(await clockRead(() => engine.read())).toMatchObject({ took: 0 });
  });

  it("does not wait for ever for a source that never answers", async () => {
    const { engine, source } = makeEngine(() => new Promise(() => undefined));
    await clockRead(() => engine.read());
    await pass(20 * SECOND);
    expect(engine.status().trouble).toEqual({ reason: "unreachable" });
    await pass(10 * SECOND);
    source.answer = playSince(NOW);
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "playing" });
  });
});

describe("work for after the answer", () => {
  it("is handed over, so that it lives on when the process would freeze", async () => {
    const { engine } = makeEngine(after(6_000, playSince(NOW)));
    const works: Promise<void>[] = [];
    await clockRead(() => engine.read((work) => void works.push(work())));
    expect(works).toHaveLength(1);
    await pass(2_000);
    await expect(works[0]).resolves.toBeUndefined();
  });

  it("is done all the same where it cannot be handed over", async () => {
    const findTint = vi.fn(async () => "#102030");
    const { engine } = makeEngine(playSince(NOW), { findTint });
    const refuse = vi.fn(() => {
      throw new Error("`after` was called outside a request scope.");
    });
    expect((await engine.read(refuse)).nowPlaying).toMatchObject({ state: "playing" });
    await pass(0);
    expect((await engine.read(refuse)).nowPlaying).toMatchObject({ tint: "#102030" });
  });
});

describe("a clock that is wrong", () => {
  it("and set back is followed at once", async () => {
    const { engine, source } = makeEngine(() => readPlaying({ at: Date.now(), progressMs: 1_000 }));
    await engine.read();
    vi.setSystemTime(NOW - 30 * HOUR);
    expect((await engine.read()).nowPlaying).toMatchObject({ startedAt: NOW - 30 * HOUR - SECOND });
    expect(source.requests).toHaveLength(2);
    await pass(20 * SECOND);
    await engine.read();
    expect(source.requests).toHaveLength(3);
  });

  it("and set back while asking fails does not put off the next attempt", async () => {
    const { engine, source } = makeEngine(() => Promise.reject(new Error("Down.")));
    await engine.read();
    vi.setSystemTime(NOW - 30 * HOUR);
    await engine.read();
    expect(source.requests).toHaveLength(2);
  });

  it("and set forward makes nothing of the past current", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    await engine.read();
    vi.setSystemTime(NOW + 900 * 24 * HOUR);
    source.answer = () => Promise.reject(new Error("Down."));
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "unavailable" });
    source.answer = () => readPlaying({ at: Date.now(), progressMs: 0 });
    await pass(10 * SECOND);
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "playing" });
  });
});
