import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFileStore } from "@/lib/store/file-store";
import { createMemoryStore } from "@/lib/store/memory-store";
import { say } from "@/lib/telling/say";
import { SourceFailure } from "./source";
import { after, makeEngine, playSince } from "./testing/engine";
import {
  FIRST,
  HOUR,
  MINUTE,
  NOW,
  SECOND,
  SECOND_SONG,
  readNothing,
  readPlaying,
} from "./testing/made";

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe("after a restart", () => {
  it("the stored truth is taken over, and not asked for again while it is fresh", async () => {
    const store = createMemoryStore();
    const before = await makeEngine(playSince(NOW), { store }).engine.read();
    await pass(5 * SECOND);
    const { engine, source } = makeEngine(playSince(NOW), { store });
    expect((await engine.read()).etag).toBe(before.etag);
    expect(source.requests).toHaveLength(0);
    await pass(10 * SECOND);
    expect((await engine.read()).etag).toBe(before.etag);
    expect(source.requests).toHaveLength(1);
  });

  it("the last item is remembered until a day after its end, and stored no longer", async () => {
    const store = createMemoryStore();
    const { engine, source } = makeEngine(playSince(NOW), { store });
    await engine.read();
    source.answer = () => readNothing(Date.now());
    await pass(12 * HOUR);
    await engine.read();
    await pass(12 * HOUR + 209 * SECOND);
    expect(await store.get("now-playing/truth")).toBeDefined();
    await pass(SECOND);
    expect(await store.get("now-playing/truth")).toBeUndefined();
  });

  it.each([
    ["no JSON", "{"],
    ["no truth", "[]"],
    [
      "a truth without an item",
      '{"asOf":1,"current":{"state":"playing","startedAt":1,"toldMs":"x"}}',
    ],
    ["a link that is a script", JSON.stringify(storedWith({ url: "javascript:alert(1)" }))],
    ["a link to elsewhere", JSON.stringify(storedWith({ url: "https://evil.example/" }))],
    [
      "a cover's address over two lines",
      JSON.stringify(storedWith({ art: "https://i.scdn.co/\nx" })),
    ],
    ["a moment that is none", JSON.stringify({ ...storedWith({}), asOf: "now" })],
    ["a moment to come", JSON.stringify({ ...storedWith({}), asOf: NOW + HOUR })],
  ])("a stored truth that is %s is not believed", async (_, value) => {
    const store = createMemoryStore();
    await store.set("now-playing/truth", value);
    const reading = { item: SECOND_SONG, progressMs: 0 };
    const { engine, source } = makeEngine(() => readPlaying(reading), { store });
    expect((await engine.read()).nowPlaying).toMatchObject({ title: SECOND_SONG.title });
    expect(source.requests).toHaveLength(1);
  });
});

function storedWith(changes: object): object {
  const item = { ...FIRST, ...changes };
  return { asOf: NOW, current: { state: "playing", item, startedAt: NOW } };
}

describe("two engines on one store", () => {
  it("make one reading for all who ask either, cold and later", async () => {
    const store = createMemoryStore();
    const answer = after(300, playSince(NOW));
    const [one, other] = [makeEngine(answer, { store }), makeEngine(answer, { store })];
    for (let turn = 1; turn <= 4; turn++) {
      const told = Promise.all([one, other, one, other].map(({ engine }) => engine.read()));
      await pass(700);
      expect(new Set((await told).map(({ etag }) => etag)).size).toBe(1);
      expect(one.source.requests.length + other.source.requests.length).toBe(turn);
      await pass(16 * SECOND);
    }
  });

  it("make one reading when one begins just as the other ends", async () => {
    const store = createMemoryStore();
    const [one, other] = [
      makeEngine(playSince(NOW), { store }),
      makeEngine(playSince(NOW), { store }),
    ];
    const { lock } = store;
    // The other has looked and found nothing, and is about to take its turn.
    vi.spyOn(store, "lock").mockImplementationOnce(async (key, ttlMs) => {
      await one.engine.read();
      return lock(key, ttlMs);
    });
    expect((await other.engine.read()).nowPlaying).toMatchObject({ state: "playing" });
    expect([one, other].map(({ source }) => source.requests.length)).toEqual([1, 0]);
  });

  it("never spend more than one budget", async () => {
    const store = createMemoryStore();
    const engines = [1, 2].map(() => makeEngine(playSince(NOW), { store, dailyBudget: 9 }));
    for (let s = 0; s < 600; s++) {
      const told = Promise.all(engines.map(({ engine }) => engine.read()));
      await pass(SECOND);
      await told;
    }
    const calls = engines.reduce((sum, { source }) => sum + source.requests.length, 0);
    expect(calls).toBeLessThanOrEqual(9);
  });

  it("keep to the gate that one of them ran into", async () => {
    const store = createMemoryStore();
    const refused = makeEngine(
      () => {
        const refusal = { kind: "quota", retryAfterMs: HOUR } as const;
        throw new SourceFailure("rate_limited", say`Left alone.`, { refusal });
      },
      { store },
    );
    const other = makeEngine(playSince(NOW), { store });
    await other.engine.read();
    await pass(16 * SECOND);
    await refused.engine.read();
    for (let i = 0; i < 10; i++) {
      await other.engine.read();
      await pass(MINUTE);
    }
    expect(other.source.requests).toHaveLength(1);
    expect(other.engine.status().gate).toMatchObject({ kind: "quota" });
  });

  it("know of each other's readings even while one of them may not ask", async () => {
    const store = createMemoryStore();
    const failing = makeEngine(() => Promise.reject(new Error("Down.")), { store });
    await failing.engine.read();
    await pass(30 * SECOND);
    await failing.engine.read();
    await pass(SECOND);
    const { engine } = makeEngine(playSince(NOW), { store });
    await engine.read();
    await pass(5 * SECOND);
    const { nowPlaying } = await failing.engine.read();
    expect(nowPlaying).toMatchObject({ state: "playing" });
    expect(nowPlaying).not.toHaveProperty("stale");
  });

  it("believe the one whose clock is right, once the other's was set back", async () => {
    const store = createMemoryStore();
    const [ahead, right] = [
      makeEngine(playSince(NOW), { store }),
      makeEngine(playSince(NOW), { store }),
    ];
    vi.setSystemTime(NOW + MINUTE);
    await ahead.engine.read();
    vi.setSystemTime(NOW + SECOND);
    await right.engine.read();
    expect((await ahead.engine.read()).nowPlaying).toMatchObject({ state: "playing" });
    expect([ahead, right].map(({ source }) => source.requests.length)).toEqual([1, 1]);
  });

  it("get over one that died in its turn", async () => {
    const store = createMemoryStore();
    await store.lock("now-playing/poll", 12_000);
    const { engine, source } = makeEngine(playSince(NOW), { store });
    for (let s = 0; s < 16; s++) {
      const told = engine.read();
      await pass(SECOND);
      void told;
    }
    expect(source.requests).toHaveLength(1);
  });
});

it("lives on in a file, from one process to the next", async () => {
  vi.useRealTimers();
  const folder = await mkdtemp(join(tmpdir(), "now-playing-"));
  try {
    const startedAt = Date.now();
    const first = makeEngine(playSince(startedAt), { store: createFileStore({ folder }) });
    const before = await first.engine.read();
    const second = makeEngine(playSince(startedAt), { store: createFileStore({ folder }) });
    expect((await second.engine.read()).etag).toBe(before.etag);
    expect(second.source.requests).toHaveLength(0);
    expect(second.engine.status().allowance.remaining).toBe(699);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
