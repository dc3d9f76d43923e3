import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMemoryStore } from "@/lib/store/memory-store";
import { say } from "@/lib/telling/say";
import type { Reading } from "./model";
import { HeldBack, SourceFailure } from "./source";
import { expectContract } from "./testing/contract";
import { after, makeEngine, playSince } from "./testing/engine";
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
import { makeFailingStore, makeSharedStore } from "./testing/stores";

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const IDLE = '{"v":1,"state":"idle"}';
const KEYS = ["now-playing/truth", "now-playing/orders", "now-playing/meter"] as const;

/** A player with nothing on, that played these songs until these moments. */
function silentAfter(...heard: readonly [typeof FIRST, number][]): () => Reading {
  return () => ({
    ...readNothing(Date.now()),
    heard: heard.map(([item, playedAt]) => ({ item, playedAt })),
  });
}

describe("while the owner hides", () => {
  it("everybody is told nothing, and the source is asked nothing, until the time is over", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    await engine.read();
    await engine.hide(NOW + 2 * HOUR);
    for (let minutes = 0; minutes < 120; minutes++) {
      const { json, nowPlaying } = await engine.read();
      expect(json).toBe(IDLE);
      expectContract(nowPlaying);
      await pass(MINUTE);
    }
    expect(source.requests).toHaveLength(1);
    source.answer = () => readPlaying({ at: Date.now(), progressMs: 0 });
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "playing" });
  });

  it("trouble looks the same, before and meanwhile", async () => {
    const { engine, source } = makeEngine(() => Promise.reject(new Error("Down.")));
    await engine.read();
    await engine.hide(NOW + HOUR);
    expect((await engine.read()).json).toBe(IDLE);
    await pass(MINUTE);
    expect((await engine.read()).json).toBe(IDLE);
    expect(source.requests).toHaveLength(1);
  });

  it("says so to the owner only", async () => {
    const { engine } = makeEngine(playSince(NOW));
    expect(engine.status().hiddenUntil).toBeUndefined();
    await engine.hide(NOW + HOUR);
    expect(engine.status().hiddenUntil).toBe(NOW + HOUR);
    await engine.show();
    expect(engine.status().hiddenUntil).toBeUndefined();
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "playing" });
  });

  it("a reading that failed just before is no trouble meanwhile, and weather afterwards", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    await engine.read();
    source.answer = () => Promise.reject(new Error("Down."));
    await pass(MINUTE);
    await engine.read();
    expect(engine.status()).toMatchObject({ trouble: { reason: "unreachable" } });
    await engine.hide(NOW + HOUR);
    expect(engine.status()).toMatchObject({ trouble: undefined, lastReadingAt: NOW });
    await engine.show();
    expect(engine.status()).toMatchObject({
      trouble: { reason: "unreachable" },
      failuresInARow: 1,
      lastReadingAt: NOW,
    });
  });

  it("a closed gate is still the owner's to know", async () => {
    const { engine } = makeEngine(playSince(NOW));
    await engine.refuse({ kind: "rate", retryAfterMs: 2 * HOUR });
    await engine.hide(NOW + 3 * HOUR);
    const trouble = { reason: "rate_limited", retryAt: NOW + 2 * HOUR };
    expect(engine.status()).toMatchObject({ trouble });
  });

  it("nothing of the music is stored", async () => {
    const store = createMemoryStore();
    const { engine } = makeEngine(playSince(NOW), { store });
    await engine.read();
    await engine.hide(NOW + HOUR);
    await engine.read();
    const kept = await Promise.all(KEYS.map((key) => store.get(key)));
    expect(kept[0]).toBeUndefined();
    expect(JSON.stringify(kept)).not.toContain(FIRST.title);
  });

  it("a restart changes nothing", async () => {
    const store = createMemoryStore();
    await makeEngine(playSince(NOW), { store }).engine.hide(NOW + HOUR);
    const { engine, source } = makeEngine(playSince(NOW), { store });
    expect((await engine.read()).json).toBe(IDLE);
    expect(source.requests).toHaveLength(0);
  });

  it("a reading that was under way is not told of, nor kept, nor does it ask any further", async () => {
    const store = createMemoryStore();
    const told: unknown[] = [];
    const { engine, source } = makeEngine(
      async ({ permit }) => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        await permit().catch((error: unknown) => told.push(error));
        return readPlaying({ at: Date.now(), progressMs: 500 });
      },
      { store },
    );
    const reading = engine.read();
    await pass(100);
    await engine.hide(NOW + HOUR);
    expect((await engine.read()).json).toBe(IDLE);
    await pass(500);
    expect((await reading).json).toBe(IDLE);
    expect(told[0]).toBeInstanceOf(HeldBack);
    expect(await store.get("now-playing/truth")).toBeUndefined();
    expect(source.requests).toHaveLength(1);
    expect(engine.status().trouble).toBeUndefined();
    source.answer = () => readNothing(Date.now());
    await engine.show();
    expect((await engine.read()).json).toBe(IDLE);
  });

  it("a reading that began before and ends after is not told of either", async () => {
    const { engine, source } = makeEngine(after(3_000, playSince(NOW)));
    const reading = engine.read();
    await pass(SECOND);
    await engine.hide(NOW + HOUR);
    await pass(SECOND);
    await engine.show();
    source.answer = () => readNothing(Date.now());
    await pass(SECOND);
    expect((await reading).nowPlaying).not.toHaveProperty("title");
    expect((await engine.read()).json).toBe(IDLE);
  });

  it("a colour that is found makes nothing come back", async () => {
    const store = createMemoryStore();
    const findTint = after(5 * SECOND, () => "#102030");
    const { engine } = makeEngine(playSince(NOW), { store, findTint });
    await engine.read();
    await engine.hide(NOW + HOUR);
    await pass(6 * SECOND);
    expect((await engine.read()).json).toBe(IDLE);
    expect(await store.get("now-playing/truth")).toBeUndefined();
  });
});

describe("after a hiding", () => {
  it("what was on when the button was pressed is not told, nor anything heard meanwhile", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    await engine.read();
    await pass(MINUTE);
    await engine.hide(NOW + HOUR);
    await pass(2 * HOUR);
    source.answer = silentAfter(
      [SECOND_SONG, NOW + HOUR],
      [SECOND_SONG, NOW + 30 * MINUTE],
      [FIRST, NOW + 30 * SECOND],
      [FIRST, NOW],
    );
    expect((await engine.read()).json).toBe(IDLE);
  });

  it("what was heard before it, and after it, is told", async () => {
    for (const playedAt of [NOW - 1, NOW + HOUR + 1]) {
      vi.setSystemTime(NOW);
      const { engine, source } = makeEngine(playSince(NOW));
      await engine.read();
      await engine.hide(NOW + HOUR);
      await pass(2 * HOUR);
      source.answer = silentAfter([FIRST, NOW + 10 * MINUTE], [SECOND_SONG, playedAt]);
      expect((await engine.read()).nowPlaying).toMatchObject({
        state: "recent",
        title: SECOND_SONG.title,
        playedAt,
      });
    }
  });

  it("the song that was shown as the last one is not told either", async () => {
    const { engine, source } = makeEngine(silentAfter([FIRST, NOW - MINUTE]));
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "recent" });
    await engine.hide(NOW + HOUR);
    await pass(2 * HOUR);
    source.answer = silentAfter([FIRST, NOW - MINUTE]);
    expect((await engine.read()).json).toBe(IDLE);
  });

  it("a pause may be of that time, and is silence until something plays", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    await engine.hide(NOW + HOUR);
    await pass(2 * HOUR);
    source.answer = () => readPaused({ at: Date.now(), progressMs: 60_000 });
    for (let i = 0; i < 3; i++) {
      expect((await engine.read()).json).toBe(IDLE);
      await pass(MINUTE);
    }
    source.answer = () => readPlaying({ at: Date.now(), progressMs: 60_000 });
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "playing" });
    await pass(MINUTE);
    source.answer = () => readPaused({ at: Date.now(), progressMs: 90_000 });
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "paused" });
  });

  it("a player that vanished in it was heard in it", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    await engine.hide(NOW + HOUR);
    await pass(2 * HOUR);
    source.answer = playSince(NOW + 10 * MINUTE);
    expect((await engine.read()).json).toBe(IDLE);
  });

  it("it is remembered for a day, and not longer", async () => {
    const store = createMemoryStore();
    const { engine } = makeEngine(playSince(NOW), { store });
    await engine.hide(NOW + HOUR);
    await pass(HOUR + DAY - MINUTE);
    const late = makeEngine(silentAfter([FIRST, NOW + HOUR]), { store });
    expect((await late.engine.read()).json).toBe(IDLE);
    await pass(2 * DAY);
    expect(await store.get("now-playing/orders")).toBeUndefined();
  });
});

/** Two engines that share a store. */
function makePair(answer: () => Promise<Reading> | Reading = playSince(NOW)) {
  const store = makeSharedStore();
  const [one, other] = [makeEngine(answer, { store }), makeEngine(answer, { store })];
  return { store, one, other };
}

describe("two engines on one store", () => {
  it("notice each other's hiding and showing within 2 s", async () => {
    const { one, other } = makePair();
    await one.engine.read();
    await other.engine.read();
    await one.engine.hide(NOW + HOUR);
    await pass(2 * SECOND);
    expect((await other.engine.read()).json).toBe(IDLE);
    expect(other.engine.status().hiddenUntil).toBe(NOW + HOUR);
    await pass(MINUTE);
    await other.engine.show();
    await pass(2 * SECOND);
    expect((await one.engine.read()).nowPlaying).toMatchObject({ state: "playing" });
  });

  it("notice each other's forgetting within 2 s", async () => {
    const { store, one, other } = makePair();
    await one.engine.read();
    await other.engine.read();
    await pass(SECOND);
    await one.engine.forget();
    expect(await store.get("now-playing/truth")).toBeUndefined();
    other.source.answer = () => {
      throw new SourceFailure("not_connected", say`Nobody has signed in.`);
    };
    await pass(2 * SECOND);
    const told = { v: 1, state: "unavailable", reason: "not_connected" };
    expect((await other.engine.read()).nowPlaying).toEqual(told);
  });

  it("discard a reading that was under way when the other was told to hide, or to forget", async () => {
    for (const order of ["hide", "forget"] as const) {
      vi.setSystemTime(NOW);
      const { store, one, other } = makePair(after(1_500, playSince(NOW)));
      const reading = other.engine.read();
      await pass(SECOND);
      await one.engine[order](NOW + HOUR);
      await pass(SECOND);
      expect((await reading).nowPlaying).not.toHaveProperty("title");
      expect(await store.get("now-playing/truth")).toBeUndefined();
      expect(other.source.requests).toHaveLength(1);
    }
  });

  it("lose none of two orders that are given at once", async () => {
    const { one, other } = makePair();
    await Promise.all([one.engine.hide(NOW + HOUR), other.engine.forget(), pass(0)]);
    await Promise.all([one.engine.look(), other.engine.look()]);
    for (const { engine } of [one, other]) expect(engine.status().hiddenUntil).toBe(NOW + HOUR);
  });

  it("look for orders at most every 2 s, and never in a store that nobody else sees", async () => {
    for (const [store, looks] of [
      [makeSharedStore(), 30],
      [createMemoryStore(), 0],
    ] as const) {
      vi.setSystemTime(NOW);
      const get = vi.spyOn(store, "get");
      const { engine } = makeEngine(() => readNothing(Date.now()), { store });
      await engine.hide(NOW + HOUR);
      get.mockClear();
      for (let ms = 0; ms < MINUTE; ms += 100) {
        await Promise.all([engine.read(), engine.read()]);
        await pass(100);
      }
      expect(get.mock.calls.length).toBeLessThanOrEqual(looks);
      expect(get.mock.calls.length).toBeGreaterThanOrEqual(looks - 1);
    }
  });

  it("keep no visitor waiting for a store that has become slow", async () => {
    const store = makeSharedStore();
    const { engine } = makeEngine(playSince(NOW), { store });
    await engine.read();
    await pass(5 * SECOND);
    vi.spyOn(store, "get").mockImplementation(() => new Promise(() => undefined));
    const reading = engine.read();
    await pass(800);
    expect((await reading).nowPlaying).toMatchObject({ state: "playing" });
  });
});

describe("while the store is away", () => {
  it("orders are kept to all the same, and stored once it is back", async () => {
    const inner = createMemoryStore();
    const store = makeFailingStore(makeSharedStore(inner));
    const { engine } = makeEngine(playSince(NOW), { store: { ...store, shared: true } });
    await engine.read();
    await engine.hide(NOW + HOUR);
    expect((await engine.read()).json).toBe(IDLE);
    store.fails = false;
    await pass(2 * SECOND);
    expect((await engine.read()).json).toBe(IDLE);
    const { engine: other } = makeEngine(playSince(NOW), { store: inner });
    expect((await other.read()).json).toBe(IDLE);
  });
});

describe("a store under another's hand", () => {
  it.each([
    { pressedAt: 1, from: 0, until: Number.MAX_SAFE_INTEGER, revision: Number.MAX_SAFE_INTEGER },
    { pressedAt: 1, from: 0, until: 8.64e15, revision: 0 },
    "nonsense",
  ])("keeps no instance from hiding with %j", async (spoilt) => {
    const store = makeSharedStore();
    await store.set("now-playing/orders", JSON.stringify({ hidden: [spoilt] }));
    const [here, there] = [0, 1].map(() => makeEngine(playSince(NOW), { store }).engine);
    await pass(2 * SECOND);
    expect(here?.status().hiddenUntil).toBeUndefined();
    await here?.show();
    await here?.hide(NOW + HOUR);
    await pass(2 * SECOND);
    expect((await there?.read())?.json).toBe(IDLE);
  });

  it("shows no cover that may not be shown", async () => {
    const store = makeSharedStore();
    const { engine } = makeEngine(playSince(NOW), { store });
    expect((await engine.read()).nowPlaying).toHaveProperty("art");
    const { engine: other } = makeEngine(playSince(NOW), { store, isAllowedArt: () => false });
    const { nowPlaying } = await other.read();
    expect(nowPlaying).toMatchObject({ state: "playing", title: FIRST.title });
    expect(nowPlaying).not.toHaveProperty("art");
  });
});

describe("a store that has lost everything", () => {
  it("gets the orders back, so that a new process hides too", async () => {
    const store = makeSharedStore();
    const { engine } = makeEngine(playSince(NOW), { store });
    await engine.read();
    await engine.hide(NOW + HOUR);
    for (const key of KEYS) await store.delete(key);
    await pass(2 * SECOND);
    await engine.read();
    const { engine: restarted } = makeEngine(playSince(NOW), { store });
    expect((await restarted.read()).json).toBe(IDLE);
  });

  it("is not given back what has long been over there", async () => {
    const store = makeSharedStore();
    const { engine } = makeEngine(playSince(NOW), { store });
    await engine.hide(NOW + HOUR);
    await engine.forget();
    for (let days = 0; days < 4; days++) {
      await pass(DAY);
      await engine.look();
    }
    expect(await store.get("now-playing/orders")).toBeUndefined();
  });
});

describe("forgetting", () => {
  it("leaves nothing to be told, and does not keep from reading anew", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    await engine.read();
    await engine.forget();
    source.answer = () => Promise.reject(new Error("Down."));
    expect((await engine.read()).nowPlaying).toMatchObject({ state: "unavailable" });
    source.answer = () => readPlaying({ at: Date.now(), item: SECOND_SONG, progressMs: 0 });
    engine.wake();
    expect((await engine.read()).nowPlaying).toMatchObject({ title: SECOND_SONG.title });
  });

  it("outlives a reading that was under way", async () => {
    const { engine, source } = makeEngine(after(500, playSince(NOW)));
    const reading = engine.read();
    await pass(100);
    await engine.forget();
    source.answer = () => readNothing(Date.now());
    await pass(SECOND);
    expect((await reading).nowPlaying).not.toHaveProperty("title");
    expect((await engine.read()).json).toBe(IDLE);
  });

  it("outlives one too though a clock that was set back has left a truth to come", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    vi.setSystemTime(NOW + 2 * MINUTE);
    await engine.read();
    vi.setSystemTime(NOW);
    source.answer = after(500, playSince(NOW));
    const reading = engine.read();
    await pass(100);
    await engine.forget();
    source.answer = () => readNothing(Date.now());
    await pass(SECOND);
    expect((await reading).nowPlaying).not.toHaveProperty("title");
    expect((await engine.read()).json).toBe(IDLE);
  });

  it("holds when the store keeps what it should have forgotten", async () => {
    const store = createMemoryStore();
    const { engine } = makeEngine(playSince(NOW), { store });
    await engine.read();
    vi.spyOn(store, "delete").mockRejectedValue(new Error("Read only."));
    await pass(SECOND);
    await engine.forget();
    expect(await store.get("now-playing/truth")).toBeDefined();
    const { engine: restarted, source } = makeEngine(() => readNothing(Date.now()), { store });
    expect((await restarted.read()).json).toBe(IDLE);
    expect(source.requests).toHaveLength(1);
  });

  it("takes a truth along that is still being written", async () => {
    const store = createMemoryStore();
    const { engine } = makeEngine(playSince(NOW), { store });
    const { set } = store;
    vi.spyOn(store, "set").mockImplementation(async (key, value, options) => {
      if (key === "now-playing/truth") await new Promise((resolve) => setTimeout(resolve, 300));
      return set(key, value, options);
    });
    const reading = engine.read();
    await pass(10);
    const forgetting = engine.forget();
    await pass(SECOND);
    await Promise.all([reading, forgetting]);
    expect(await store.get("now-playing/truth")).toBeUndefined();
  });

  it("takes along when the music was last read, on other instances too", async () => {
    const { one, other } = makePair();
    await one.engine.read();
    await other.engine.read();
    for (const { engine } of [one, other]) expect(engine.status().lastReadingAt).toBe(NOW);
    await pass(SECOND);
    await one.engine.forget();
    await other.engine.look();
    for (const { engine } of [one, other]) expect(engine.status().lastReadingAt).toBeUndefined();
    await pass(SECOND);
    await one.engine.read();
    expect(one.engine.status().lastReadingAt).toBe(Date.now());
  });

  it("comes by itself when nobody is connected any more", async () => {
    const store = createMemoryStore();
    const { engine, source } = makeEngine(playSince(NOW), { store });
    await engine.read();
    await pass(MINUTE);
    source.answer = () => {
      throw new SourceFailure("not_connected", say`Nobody has signed in.`);
    };
    const told = { v: 1, state: "unavailable", reason: "not_connected" };
    expect((await engine.read()).nowPlaying).toEqual(told);
    expect(await store.get("now-playing/truth")).toBeUndefined();
    expect(engine.status().lastReadingAt).toBeUndefined();
  });
});

describe("waking", () => {
  it("reads at once, though no reading is due and the last ones failed", async () => {
    const { engine, source } = makeEngine(playSince(NOW));
    await engine.read();
    await pass(SECOND);
    engine.wake();
    await engine.read();
    await engine.read();
    expect(source.requests).toHaveLength(2);

    source.answer = () => Promise.reject(new SourceFailure("reauthorize", say`Sign in again.`));
    await pass(MINUTE);
    await engine.read();
    source.answer = playSince(NOW);
    engine.wake();
    expect(engine.status()).toMatchObject({ trouble: undefined, failuresInARow: 0 });
    expect((await engine.read()).nowPlaying).not.toHaveProperty("stale");
    expect(source.requests).toHaveLength(4);
  });

  it("passes no closed gate, and reads again when a reading was under way", async () => {
    const { engine, source } = makeEngine(after(500, playSince(NOW)));
    const reading = engine.read();
    await pass(100);
    engine.wake();
    await pass(500);
    await reading;
    source.answer = () => {
      const refusal = { kind: "rate", retryAfterMs: HOUR } as const;
      throw new SourceFailure("rate_limited", say`Left alone.`, { refusal });
    };
    await engine.read();
    expect(source.requests).toHaveLength(2);
    engine.wake();
    await engine.read();
    expect(source.requests).toHaveLength(2);
  });
});

it("counts a call beside the readings, and shows where the calls went", async () => {
  const { engine } = makeEngine(playSince(NOW), { dailyBudget: 2 });
  await engine.permit();
  await pass(10 * MINUTE);
  await engine.read();
  await expect(engine.permit()).rejects.toBeInstanceOf(HeldBack);
  expect(engine.status()).toMatchObject({
    allowance: { limit: 2, remaining: 0 },
    spending: [
      [NOW, 1],
      [NOW + 10 * MINUTE, 1],
    ],
  });
});
