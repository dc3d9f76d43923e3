import { describe, expect, it, vi } from "vitest";
import { createMemoryStore } from "@/lib/store/memory-store";
import type { Store } from "@/lib/store/store";
import { createMeter } from "./meter";
import type { Meter } from "./meter";
import { HeldBack } from "./source";
import { DAY, HOUR, MINUTE, NOW } from "./testing/made";
import { makeFailingStore } from "./testing/stores";

let time = NOW;
const now = (): number => time;

function makeMeter(
  store: Store = createMemoryStore({ now }),
  limit = 5,
  onStoreFailure = vi.fn(),
): Meter {
  time = NOW;
  return createMeter({ store, limit, now, onStoreFailure });
}

/** How many of this many calls are let through. */
async function count(times: number, ...meters: Meter[]): Promise<number> {
  const permits = Array.from({ length: times }, (_, i) => meters[i % meters.length]?.permit());
  const outcomes = await Promise.allSettled(permits);
  return outcomes.filter(({ status }) => status === "fulfilled").length;
}

async function refusalOf(meter: Meter): Promise<HeldBack> {
  const error: unknown = await meter.permit().catch((thrown: unknown) => thrown);
  if (!(error instanceof HeldBack)) throw new Error("The call was let through.");
  return error;
}

describe("the budget of calls", () => {
  it("is counted in the store before the call is made", async () => {
    const store = createMemoryStore({ now });
    await makeMeter(store).permit();
    const restarted = makeMeter(store);
    await restarted.load();
    expect(restarted.allowance(NOW)).toMatchObject({ limit: 5, remaining: 4 });
  });

  it("lets its limit through and not one more, and says when there is more", async () => {
    const meter = makeMeter();
    expect(await count(9, meter)).toBe(5);
    expect(await refusalOf(meter)).toMatchObject({ by: "budget", until: meter.freeAt(NOW) });
    time = meter.freeAt(NOW);
    expect(time - NOW).toBeGreaterThanOrEqual(DAY);
    expect(time - NOW).toBeLessThanOrEqual(DAY + 5 * MINUTE);
    await expect(meter.permit()).resolves.toBeUndefined();
  });

  it("is never exceeded by calls that are asked for at once", async () => {
    expect(await count(60, makeMeter(undefined, 40))).toBe(40);
  });

  it("is shared by instances on one store, which together never exceed it", async () => {
    const store = createMemoryStore({ now });
    const meters = [makeMeter(store, 20), makeMeter(store, 20), makeMeter(store, 20)];
    expect(await count(90, ...meters)).toBe(20);
    const late = makeMeter(store, 20);
    expect(await refusalOf(late)).toMatchObject({ by: "budget" });
  });

  it("is held by memory while the store fails, and by both once it works again", async () => {
    const inner = createMemoryStore({ now });
    const store = makeFailingStore(inner);
    const onStoreFailure = vi.fn();
    const meter = makeMeter(store, 5, onStoreFailure);
    expect(await count(3, meter)).toBe(3);
    expect(onStoreFailure).toHaveBeenCalled();
    store.fails = false;
    await meter.permit();
    const other = makeMeter(inner);
    await other.load();
    expect(other.allowance(NOW).remaining).toBe(1);
    store.fails = true;
    expect(await count(9, meter)).toBe(1);
  });

  it("loses no call when the store fails for one of two that are made at once", async () => {
    const store = createMemoryStore({ now });
    const { get } = store;
    vi.spyOn(store, "get").mockImplementationOnce(get).mockRejectedValueOnce(new Error("Lost."));
    const meter = makeMeter(store, 5);
    await Promise.all([meter.permit(), meter.permit()]);
    expect(meter.allowance(NOW).remaining).toBe(3);
  });

  it("goes on when what is stored cannot be read as a meter", async () => {
    for (const value of [
      "",
      "{",
      "[]",
      '{"ledger":[[1,-9]]}',
      '{"ledger":"none"}',
      '{"ledger":[["a",1]]}',
    ]) {
      const store = createMemoryStore({ now });
      await store.set("now-playing/meter", value);
      expect(await count(9, makeMeter(store))).toBe(5);
    }
  });

  it("of no calls at all lets none through, and never will", async () => {
    const refusal = await refusalOf(makeMeter(undefined, 0));
    expect(refusal).toMatchObject({ by: "budget", until: Infinity });
    expect(refusal.message).toContain("at all");
  });
});

describe("a host's refusal", () => {
  it.each([
    ["rate", 7_000],
    ["quota", 13 * HOUR],
  ] as const)(
    "of kind %s keeps every call back for as long as it named",
    async (kind, retryAfterMs) => {
      const store = createMemoryStore({ now });
      const meter = makeMeter(store);
      const gate = await meter.refuse({ kind, retryAfterMs });
      expect(gate).toMatchObject({ kind, until: NOW + retryAfterMs });
      time = NOW + retryAfterMs - 1;
      expect(await refusalOf(meter)).toMatchObject({ by: "gate", until: NOW + retryAfterMs });
      expect(meter.gate(time)).toEqual(gate);
      time += 1;
      expect(meter.gate(time)).toBeUndefined();
      await expect(meter.permit()).resolves.toBeUndefined();
    },
  );

  it("without a named wait lasts 30 s, then a minute; of the quota an hour", async () => {
    const meter = makeMeter();
    expect((await meter.refuse({ kind: "rate" })).until).toBe(NOW + 30_000);
    time = NOW + 30_000;
    expect((await meter.refuse({ kind: "rate" })).until).toBe(time + MINUTE);
    expect((await makeMeter().refuse({ kind: "quota" })).until).toBe(NOW + HOUR);
  });

  it("holds after a restart, and for other instances", async () => {
    const store = createMemoryStore({ now });
    const [meter, other] = [makeMeter(store), makeMeter(store)];
    await other.permit();
    await meter.refuse({ kind: "quota", retryAfterMs: HOUR });
    expect(await refusalOf(other)).toMatchObject({ by: "gate" });
    expect(await refusalOf(makeMeter(store))).toMatchObject({ by: "gate", until: NOW + HOUR });
  });

  it("holds in memory while the store fails", async () => {
    const meter = makeMeter(makeFailingStore(createMemoryStore()));
    await meter.refuse({ kind: "rate", retryAfterMs: MINUTE });
    expect(await refusalOf(meter)).toMatchObject({ by: "gate" });
  });

  it("costs no call of the budget while it holds", async () => {
    const meter = makeMeter();
    await meter.refuse({ kind: "rate", retryAfterMs: MINUTE });
    expect(await count(9, meter)).toBe(0);
    expect(meter.allowance(NOW).remaining).toBe(5);
  });

  it("from a clock that ran years ahead holds nobody, nor hides one of now", async () => {
    const store = createMemoryStore({ now });
    const meter = makeMeter(store);
    time = NOW + 900 * DAY;
    await meter.refuse({ kind: "rate" });
    time = NOW;
    await expect(meter.permit()).resolves.toBeUndefined();
    const other = createMeter({ store, limit: 5, now, onStoreFailure: vi.fn() });
    await other.refuse({ kind: "rate", retryAfterMs: MINUTE });
    expect(await refusalOf(meter)).toMatchObject({ by: "gate", until: NOW + MINUTE });
  });
});
