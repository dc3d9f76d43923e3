import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMemoryStore } from "@/lib/store/memory-store";
import { say } from "@/lib/telling/say";
import type { Heard } from "./model";
import { SourceFailure } from "./source";
import { after } from "./testing/engine";
import { HOUR, MINUTE, NOW, SECOND, makeItem } from "./testing/made";
import { heardAgo, makePlays } from "./testing/plays";
import { makeFailingStore, makeSharedStore } from "./testing/stores";

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const EVENING = heardAgo(2 * MINUTE, 10 * MINUTE, HOUR);

describe("what was played lately", () => {
  it("is told newest first, with when it was, and without anything that is not of the contract", async () => {
    const { plays } = makePlays({ tell: () => heardAgo(2 * MINUTE) });
    const made = makeItem({ title: "Song 1", durationMs: 60_000 });
    const { key: _key, explicit: _explicit, ...item } = made;
    expect((await plays.read()).items).toEqual([{ ...item, playedAt: NOW - 2 * MINUTE }]);
  });

  it("is asked for once in five minutes, however many look, and by nobody while nobody does", async () => {
    const { plays, asked } = makePlays({ tell: after(100, () => EVENING) });
    const crowd = Promise.all(Array.from({ length: 300 }, () => plays.read()));
    await pass(SECOND);
    expect((await crowd).every(({ items }) => items.length === 3)).toBe(true);
    for (let s = 0; s < 20 * 60; s++) {
      const told = plays.read();
      await pass(SECOND);
      await told;
    }
    const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    expect(asked).toHaveLength(5);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5 * MINUTE);
    await pass(24 * HOUR);
    expect(asked).toHaveLength(5);
  });

  it("is forgotten after five minutes, whatever the next reading comes to", async () => {
    let isDown = false;
    const { plays, titles, asked, warnings } = makePlays({
      tell: () => (isDown ? Promise.reject(new SourceFailure("unreachable", say`Down.`)) : EVENING),
    });
    await titles();
    isDown = true;
    await pass(5 * MINUTE - 1);
    expect(await titles()).toHaveLength(3);
    await pass(1);
    expect((await plays.read()).items).toEqual([]);
    for (let minutes = 0; minutes < 14; minutes++) {
      await pass(MINUTE);
      expect(await titles()).toEqual([]);
    }
    expect(asked).toHaveLength(4);
    expect(warnings).toEqual(["Down."]);
    isDown = false;
    await pass(5 * MINUTE);
    expect(await titles()).toHaveLength(3);
  });

  it("makes nobody wait for longer than four seconds, and is there for the next", async () => {
    const { titles } = makePlays({ tell: after(6 * SECOND, () => EVENING) });
    const first = titles();
    await pass(4 * SECOND);
    expect(await first).toEqual([]);
    await pass(2 * SECOND);
    expect(await titles()).toHaveLength(3);
  });

  it("gets over a source that never answers", async () => {
    const tell = vi.fn<() => Heard[] | Promise<Heard[]>>(() => EVENING);
    tell.mockReturnValueOnce(new Promise(() => undefined));
    const { titles, asked } = makePlays({ tell });
    void titles();
    await pass(25 * SECOND);
    await pass(5 * MINUTE);
    expect(await titles()).toHaveLength(3);
    expect(asked).toHaveLength(2);
  });

  it("is empty where the author has not granted it", async () => {
    const { titles } = makePlays({ tell: () => undefined });
    expect(await titles()).toEqual([]);
  });

  it("is stored nowhere", async () => {
    const store = createMemoryStore();
    const set = vi.spyOn(store, "set");
    const { titles } = makePlays({ tell: () => EVENING, store });
    expect(await titles()).toHaveLength(3);
    expect(JSON.stringify(set.mock.calls)).not.toMatch(/Song|Sleeves|scdn|spotify/);
  });

  it("says until when it holds: no cache keeps it past the next reading", async () => {
    const { plays } = makePlays({ tell: () => EVENING });
    expect((await plays.read()).goodUntil).toBe(NOW + 5 * MINUTE);
  });
});

describe("the budget of calls", () => {
  it("counts it before it is made", async () => {
    const { engine, titles } = makePlays({
      tell: () => {
        expect(engine.status().allowance.remaining).toBe(699);
        return EVENING;
      },
    });
    expect(await titles()).toHaveLength(3);
  });

  it("keeps its last quarter for the player", async () => {
    const { engine, titles, asked } = makePlays({ tell: () => EVENING, dailyBudget: 20 });
    for (let calls = 0; calls < 15; calls++) await engine.permit();
    expect(await titles()).toEqual([]);
    expect(asked).toEqual([]);
    await pass(25 * HOUR);
    expect(await titles()).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it("is not touched where there is none", async () => {
    const { titles, asked } = makePlays({ tell: () => EVENING, dailyBudget: 0 });
    expect(await titles()).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe("a closed gate", () => {
  it("holds it back", async () => {
    const { engine, titles, asked } = makePlays({ tell: () => EVENING });
    await engine.refuse({ kind: "rate", retryAfterMs: 7 * MINUTE });
    for (let minute = 0; minute < 7; minute++) {
      expect(await titles()).toEqual([]);
      await pass(MINUTE);
    }
    expect(asked).toEqual([]);
    expect(await titles()).toHaveLength(3);
  });

  it("is what a refusal of it leaves for everybody", async () => {
    const refusal = { kind: "quota", retryAfterMs: HOUR } as const;
    const { engine, titles, asked } = makePlays({
      tell: () => {
        throw new SourceFailure("rate_limited", say`Left alone.`, { refusal });
      },
    });
    expect(await titles()).toEqual([]);
    expect(engine.status().gate).toMatchObject({ kind: "quota", until: NOW + HOUR });
    expect((await engine.read()).nowPlaying).toMatchObject({ reason: "rate_limited" });
    await pass(30 * MINUTE);
    await titles();
    expect(asked).toHaveLength(1);
  });
});

describe("the author's policy", () => {
  it("keeps back what it hides", async () => {
    const items = [
      makeItem({ title: "Loud", explicit: true }),
      makeItem({ title: "Talk", kind: "episode", artists: [] }),
      makeItem({ title: "Sworn", artists: ["SECRET  society"] }),
      makeItem({ title: "Plain" }),
    ];
    const tell = () => items.map((item, i) => ({ item, playedAt: NOW - (i + 1) * 5 * MINUTE }));
    const policy = { hideExplicit: true, hidePodcasts: true, hideArtists: ["Secret Society"] };
    expect(await makePlays({ tell, policy }).titles()).toEqual(["Plain"]);
  });

  it("tells nothing earlier than its time and the delay", async () => {
    const { plays, titles } = makePlays({
      tell: () => heardAgo(8 * MINUTE, 12 * MINUTE),
      policy: { delaySeconds: 600 },
    });
    const { items } = await plays.read();
    expect(items).toMatchObject([{ title: "Song 2", playedAt: NOW - 2 * MINUTE }]);
    await pass(2 * MINUTE - 1);
    expect(await titles()).toEqual(["Song 2"]);
    await pass(1);
    expect(await titles()).toEqual(["Song 1", "Song 2"]);
  });

  it("tells nothing of quiet hours, whether the moment that is known began or ended it", async () => {
    // NOW is 20:00; the third ended at 18:59:30 or began then, the last the other way round.
    const ages = [
      30 * MINUTE,
      59.5 * MINUTE,
      60.5 * MINUTE,
      90 * MINUTE,
      120.5 * MINUTE,
      125 * MINUTE,
    ];
    const { titles } = makePlays({
      tell: () => heardAgo(...ages),
      policy: { quietHours: { from: "18:00", to: "19:00", timeZone: "UTC" } },
    });
    expect(await titles()).toEqual(["Song 1", "Song 6"]);
  });

  it("asks and tells nothing in quiet hours", async () => {
    const policy = { quietHours: { from: "20:03", to: "21:00", timeZone: "UTC" } };
    const { plays, titles, asked } = makePlays({ tell: () => EVENING, policy });
    const told = await plays.read();
    expect(told.items).toHaveLength(3);
    expect(told.goodUntil).toBe(NOW + 3 * MINUTE);
    await pass(3 * MINUTE);
    expect(await titles()).toEqual([]);
    await pass(50 * MINUTE);
    expect(await titles()).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it("that cannot be understood tells nothing", async () => {
    const { titles, asked } = makePlays({ tell: () => EVENING, policy: { delaySeconds: -1 } });
    expect(await titles()).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe("the owner's orders", () => {
  it("hide it at once, and what was heard meanwhile for ever", async () => {
    const { engine, titles, asked } = makePlays({
      tell: () => heardAgo(-30 * MINUTE, 40 * MINUTE),
    });
    expect(await titles()).toEqual(["Song 2"]);
    await engine.hide(NOW + 2 * HOUR);
    expect(await titles()).toEqual([]);
    await pass(HOUR);
    expect(await titles()).toEqual([]);
    expect(asked).toHaveLength(1);
    await pass(HOUR + MINUTE);
    expect(await titles()).toEqual(["Song 2"]);
    expect(asked).toHaveLength(2);
  });

  it("have it forgotten, also what a reading under way brings", async () => {
    const { engine, titles, asked } = makePlays({ tell: after(2 * SECOND, () => EVENING) });
    const first = titles();
    await pass(SECOND);
    await engine.forget();
    await pass(SECOND);
    expect(await first).toEqual([]);
    await pass(4 * MINUTE);
    expect(await titles()).toEqual([]);
    await pass(MINUTE);
    const next = titles();
    await pass(2 * SECOND);
    expect(await next).toHaveLength(3);
    await engine.forget();
    expect(await titles()).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it("hold for another instance within two seconds", async () => {
    const store = makeSharedStore();
    const one = makePlays({ tell: () => EVENING, store });
    const other = makePlays({ store });
    expect(await one.titles()).toHaveLength(3);
    await other.engine.hide(NOW + HOUR);
    await pass(2 * SECOND);
    expect(await one.titles()).toEqual([]);
  });
});

describe("two instances on one store", () => {
  it("ask once in five minutes together; the other tells what it has", async () => {
    const store = makeSharedStore();
    const [one, other] = [1, 2].map(() => makePlays({ tell: () => EVENING, store }));
    for (let minute = 0; minute < 60; minute++) {
      await Promise.all([one?.titles(), other?.titles(), one?.titles()]);
      await pass(MINUTE);
    }
    const asked = [...(one?.asked ?? []), ...(other?.asked ?? [])].toSorted((a, b) => a - b);
    const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    expect(asked).toHaveLength(12);
    expect(Math.min(...gaps)).toBe(5 * MINUTE);
  });

  it("share the turn over a restart, for its memory is gone and the turn is not", async () => {
    const store = makeSharedStore();
    await makePlays({ tell: () => EVENING, store }).titles();
    await pass(MINUTE);
    const restarted = makePlays({ tell: () => EVENING, store });
    const { items, goodUntil } = await restarted.plays.read();
    expect({ items, goodUntil }).toEqual({ items: [], goodUntil: NOW + 5 * MINUTE });
    await pass(4 * MINUTE);
    expect(await restarted.titles()).toHaveLength(3);
  });

  it.each(["", "soon", "-1", "1e300", `${NOW + 24 * HOUR}`])(
    "are not kept out by a stored turn that is none: %j",
    async (value) => {
      const store = createMemoryStore();
      await store.set("now-playing/history-turn", value);
      expect(await makePlays({ tell: () => EVENING, store }).titles()).toHaveLength(3);
    },
  );

  it("have turns of their own while the store is away", async () => {
    const store = makeFailingStore(createMemoryStore());
    const { titles, asked } = makePlays({ tell: () => EVENING, store });
    for (let minute = 0; minute < 10; minute++) {
      expect(await titles()).toHaveLength(3);
      await pass(MINUTE);
    }
    expect(asked).toHaveLength(2);
  });
});

it("is asked for again after the clock was set back", async () => {
  const { titles, asked } = makePlays({ tell: () => EVENING });
  await titles();
  vi.setSystemTime(NOW - HOUR);
  await titles();
  expect(asked).toHaveLength(2);
});
