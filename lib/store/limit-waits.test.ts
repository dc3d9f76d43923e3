import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createMemoryStore } from "./memory-store";
import type { Lock } from "./store";
import { limitWaits } from "./limit-waits";
import { makeSilentStore } from "@/lib/now-playing/testing/stores";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("passes on what a store answers in time", async () => {
  const store = limitWaits(createMemoryStore(), Date.now);
  const version = await store.set("a/key", "value", { expectedVersion: null });
  expect(await store.get("a/key")).toEqual({ value: "value", version });
  const lock = await store.lock("a/lock", 1_000);
  expect(await store.lock("a/lock", 1_000)).toBeUndefined();
  expect(await lock?.renew(1_000)).toBe(true);
  await lock?.release();
  expect(await store.lock("a/lock", 1_000)).toBeDefined();
  await store.delete("a/key");
  expect(await store.get("a/key")).toBeUndefined();
});

it("has longer for its first answer, once", async () => {
  const store = limitWaits(makeSilentStore(), Date.now);
  const first = expect(store.get("a/key")).rejects.toThrow("within 2500 ms");
  await vi.advanceTimersByTimeAsync(2_500);
  await first;
  await vi.advanceTimersByTimeAsync(30_000);
  const second = expect(store.get("a/key")).rejects.toThrow("within 1000 ms");
  await vi.advanceTimersByTimeAsync(1_000);
  await second;
});

it("fails after a second of silence, then at once for 30 s, then asks again", async () => {
  const silent = makeSilentStore();
  const get = vi.spyOn(silent, "get");
  const store = limitWaits(silent, Date.now);
  get.mockResolvedValueOnce(undefined);
  await store.get("a/key");
  get.mockClear();
  const asked = expect(store.get("a/key")).rejects.toThrow("within 1000 ms");
  await vi.advanceTimersByTimeAsync(1_000);
  await asked;
  await expect(store.get("a/key")).rejects.toThrow("a moment ago");
  await expect(store.set("a/key", "value")).rejects.toThrow("a moment ago");
  await vi.advanceTimersByTimeAsync(30_000);
  expect(get).toHaveBeenCalledTimes(1);
  get.mockResolvedValueOnce({ value: "value", version: "1" });
  expect(await store.get("a/key")).toEqual({ value: "value", version: "1" });
});

it("gives back a lock that comes when nobody waits for it any more", async () => {
  const inner = createMemoryStore();
  const release = vi.fn(async () => undefined);
  const late: Lock = { renew: async () => true, release };
  vi.spyOn(inner, "lock").mockReturnValue(
    new Promise((resolve) => setTimeout(() => resolve(late), 5_000)),
  );
  const taken = expect(limitWaits(inner, Date.now).lock("a/lock", 12_000)).rejects.toThrow(
    "within",
  );
  await vi.advanceTimersByTimeAsync(4_999);
  await taken;
  expect(release).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(release).toHaveBeenCalledTimes(1);
});
