import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SILENT_LOG } from "@/lib/telling/silent-log";
import { createMemoryStore } from "@/lib/store/memory-store";
import { say } from "@/lib/telling/say";
import { SourceFailure } from "./source";
import { expectContract } from "./testing/contract";
import { makeEngine, playSince } from "./testing/engine";
import {
  DAY,
  FIRST,
  HOUR,
  MINUTE,
  NOW,
  SECOND,
  makeItem,
  readNothing,
  readPlaying,
} from "./testing/made";
import { makeFailingStore, makeSilentStore } from "./testing/stores";

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const down = (): never => {
  throw new SourceFailure("unreachable", say`Spotify answered 502; it will be asked again.`);
};
const refuse = (kind: "rate" | "quota", retryAfterMs?: number) => (): never => {
  throw new SourceFailure("rate_limited", say`Left alone.`, { refusal: { kind, retryAfterMs } });
};

describe("a source that fails", () => {
  it("is asked at longer and longer distances", async () => {
    const { engine, source } = makeEngine(down);
    const asked: number[] = [];
    for (let s = 0; s < 400; s++) {
      const before = source.requests.length;
      expectContract((await engine.read()).nowPlaying);
      if (source.requests.length > before) asked.push(s);
      await pass(SECOND);
    }
    expect(asked).toEqual([0, 5, 15, 35, 75, 155, 315]);
  });

  it("leaves the last truth standing, marked as of its reading, and recovers", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    const before = await engine.read();
    source.answer = down;
    await pass(16 * SECOND);
    expect((await engine.read()).nowPlaying).toMatchObject({
      state: "playing",
      stale: true,
      asOf: NOW,
    });
    source.answer = playSince(NOW);
    await pass(5 * SECOND);
    expect((await engine.read()).etag).toBe(before.etag);
    expect(engine.status()).toMatchObject({ trouble: undefined, failuresInARow: 0 });
  });

  it("does not keep a song playing past its end", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    await engine.read();
    source.answer = down;
    await pass(221 * SECOND);
    const { nowPlaying } = await engine.read();
    expect(nowPlaying).toMatchObject({
      state: "recent",
      stale: true,
      playedAt: NOW + 210 * SECOND,
    });
  });

  it.each([
    ["not_connected", new SourceFailure("not_connected", say`Nobody has signed in.`)],
    ["reauthorize", new SourceFailure("reauthorize", say`Sign in again.`)],
    ["misconfigured", new SourceFailure("misconfigured", say`The client is refused.`)],
    ["unreachable", new TypeError("A bug.")],
    ["unreachable", "not even an error"],
  ])("is named in the contract's words: %s", async (reason, failure) => {
    const { engine } = makeEngine(() => Promise.reject(failure));
    expect((await engine.read()).nowPlaying).toEqual({ v: 1, state: "unavailable", reason });
  });

  it("is told of once, not with every attempt", async () => {
    const warn = vi.fn();
    const { engine } = makeEngine(down, { log: { ...SILENT_LOG, warn } });
    for (let i = 0; i < 5; i++) {
      await engine.read();
      await pass(5 * MINUTE);
    }
    expect(warn.mock.calls).toEqual([
      [
        "Spotify answered 502; it will be asked again.",
        "reading_failed",
        expect.objectContaining({ reason: "unreachable" }),
      ],
    ]);
  });
});

describe("a closed gate", () => {
  it.each([
    ["rate", 7 * SECOND],
    ["quota", 13 * HOUR],
  ] as const)("(%s) lets no reading through until it opens", async (kind, wait) => {
    const { engine, source } = makeEngine(playSince(NOW));
    await engine.read();
    await pass(16 * SECOND);
    source.answer = refuse(kind, wait);
    const closedAt = Date.now();
    expect((await engine.read()).nowPlaying).toMatchObject({ stale: true, asOf: NOW });
    expect(engine.status().gate).toMatchObject({ kind, until: closedAt + wait });
    source.answer = playSince(NOW);
    while (Date.now() < closedAt + wait - SECOND) {
      await pass(Math.min(10 * MINUTE, closedAt + wait - SECOND - Date.now()));
      await engine.read();
    }
    expect(source.requests).toHaveLength(2);
    await pass(SECOND);
    await engine.read();
    expect(source.requests).toHaveLength(3);
  });

  it("says when to come back while nothing is known", async () => {
    const { engine } = makeEngine(refuse("quota", HOUR));
    expect((await engine.read()).nowPlaying).toEqual({
      v: 1,
      state: "unavailable",
      reason: "rate_limited",
      retryAt: NOW + HOUR,
    });
  });

  it("stays closed after a restart", async () => {
    const store = createMemoryStore();
    await makeEngine(refuse("quota", HOUR), { store }).engine.read();
    const { engine, source } = makeEngine(playSince(NOW), { store });
    expect((await engine.read()).nowPlaying).toMatchObject({
      reason: "rate_limited",
      retryAt: NOW + HOUR,
    });
    expect(source.requests).toHaveLength(0);
    await pass(HOUR);
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "recent" });
  });

  it("is closed by a refusal that spoils no reading", async () => {
    const { engine, source } = makeEngine(async ({ refuse }) => {
      await refuse({ kind: "rate", retryAfterMs: HOUR });
      return readPlaying({ progressMs: 0 });
    });
    const { nowPlaying } = await engine.read();
    expect(nowPlaying).toMatchObject({ state: "playing", stale: true });
    await pass(MINUTE);
    await engine.read();
    expect(source.requests).toHaveLength(1);
  });
});

describe("a spent budget", () => {
  it("leaves the last truth, honestly aged and stale, until calls come back", async () => {
    const item = makeItem({ durationMs: 70 * SECOND });
    const { engine, source } = makeEngine(
      () => readPlaying({ item, at: Date.now(), progressMs: Date.now() - NOW }),
      { dailyBudget: 2 },
    );
    await engine.read();
    await pass(71 * SECOND);
    await engine.read();
    await pass(10 * SECOND);
    const { nowPlaying } = await engine.read();
    expect(nowPlaying).toMatchObject({ state: "recent", playedAt: NOW + 70 * SECOND, stale: true });
    for (let hours = 0; hours < 23; hours++) {
      await pass(HOUR);
      expectContract((await engine.read()).nowPlaying);
    }
    expect(source.requests).toHaveLength(2);
    await pass(2 * HOUR);
    await engine.read();
    expect(source.requests).toHaveLength(3);
  });

  it("of nothing at all answers all the same", async () => {
    const { engine, source } = makeEngine(() => readNothing(), { dailyBudget: 0 });
    const { nowPlaying } = await engine.read();
    expectContract(nowPlaying);
    expect(nowPlaying).toEqual({ v: 1, state: "unavailable", reason: "rate_limited" });
    expect(source.requests).toHaveLength(0);
  });
});

describe("a store", () => {
  it("that fails stops no answer, and is told of once", async () => {
    const warn = vi.fn();
    const store = makeFailingStore(createMemoryStore());
    const { engine, source } = makeEngine(playSince(NOW), { store, log: { ...SILENT_LOG, warn } });
    for (let i = 0; i < 4; i++) {
      expect((await engine.read()).nowPlaying).toMatchObject({
        state: "playing",
        title: FIRST.title,
      });
      await pass(16 * SECOND);
    }
    expect(source.requests).toHaveLength(4);
    expect(engine.status()).toMatchObject({ storeFails: true, trouble: undefined });
    expect(warn).toHaveBeenCalledTimes(1);
    store.fails = false;
    await engine.read();
    expect(engine.status()).toMatchObject({ storeFails: false, allowance: { remaining: 695 } });
  });

  it("that is back is found to work by a look, and holds the truth again", async () => {
    const store = makeFailingStore(createMemoryStore());
    const { engine } = makeEngine(playSince(NOW), { store });
    await engine.read();
    await engine.look();
    expect(engine.status().storeFails).toBe(true);
    store.fails = false;
    await engine.look();
    expect(engine.status().storeFails).toBe(false);
    expect((await store.get("now-playing/truth"))?.value).toContain(FIRST.title);
  });

  it("that never answers makes a visitor wait once, and then nobody for half a minute", async () => {
    const { engine, source } = makeEngine(playSince(NOW), { store: makeSilentStore() });
    const first = engine.read();
    await pass(3_300);
    expect((await first).nowPlaying).toMatchObject({ state: "playing" });
    await pass(20 * SECOND);
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "playing" });
    expect(source.requests).toHaveLength(2);
  });

  it("that fails still holds the budget", async () => {
    const store = makeFailingStore(createMemoryStore());
    const { engine, source } = makeEngine(playSince(NOW), { store, dailyBudget: 3 });
    for (let s = 0; s < 500; s++) {
      await engine.read();
      await pass(SECOND);
    }
    expect(source.requests.length).toBeLessThanOrEqual(3);
  });
});

it("never rejects, whatever fails at once, and leaves no rejection unheard", async () => {
  const unheard = vi.fn();
  process.on("unhandledRejection", unheard);
  const store = makeFailingStore(createMemoryStore());
  const failures = [
    down,
    refuse("rate"),
    () => Promise.reject(new Error("Gone.")),
    () => 7 as never,
  ];
  const findTint = vi.fn().mockRejectedValue(new Error("No colour."));
  for (const fail of failures) {
    const { engine, source } = makeEngine(fail, { store, findTint });
    expectContract((await engine.read()).nowPlaying);
    await pass(DAY);
    source.answer = playSince(Date.now());
    expectContract((await engine.read()).nowPlaying);
    await pass(MINUTE);
  }
  vi.useRealTimers();
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unheard);
  expect(unheard).not.toHaveBeenCalled();
});
