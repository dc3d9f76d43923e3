import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "@/lib/store/memory-store";
import { parseOrders } from "./orders";
import { publish } from "./publish";
import { loadMeter, loadTimeline } from "./stored";
import { truths } from "./testing/arbitraries";
import { expectContract } from "./testing/contract";
import { NOW } from "./testing/made";

const LEAVES = [
  null,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  "",
  "\uD800",
  "a".repeat(501),
  [],
  {},
];
const leaf = fc.oneof(fc.constantFrom(...LEAVES), fc.jsonValue());

/** A truth in which somebody has put something else in the place of one value, however deep. */
const spoilt = fc.tuple(truths, fc.nat(), leaf).map(([truth, place, value]) => {
  let left = place % 30;
  return JSON.stringify(truth, (key, found: unknown) =>
    key !== "" && left-- === 0 ? value : found,
  );
});

const texts = fc.oneof({ weight: 3, arbitrary: spoilt }, fc.json(), fc.string());

describe("what is stored", () => {
  it("is kept to the contract when it is read, or left, whatever somebody made of it", async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(86_400_000), async (text, later) => {
        const store = createMemoryStore({ now: () => NOW });
        await store.set("now-playing/truth", text);
        for (const entry of await loadTimeline(store))
          expectContract(publish(entry, undefined, NOW + later));
      }),
    );
  });

  it("never stops budget, gate and orders from being read", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        const store = createMemoryStore({ now: () => NOW });
        await store.set("now-playing/meter", text);
        const { version } = await loadMeter(store);
        expect(version).not.toBeNull();
        expect(() => parseOrders(text)).not.toThrow();
      }),
    );
  });
});
