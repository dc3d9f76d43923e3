import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createChanges } from "./changes";

const DISH = { during: "The dish was being washed.", after: "The dish was washed." };

let interruption: AbortController;
beforeEach(() => {
  interruption = new AbortController();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const begin = () => createChanges(interruption.signal);

it("says at once that nothing was changed, until something is", async () => {
  const { make, settle } = begin();
  expect(await settle()).toBe("Nothing was changed.");
  expect(await make(DISH, async () => "clean")).toBe("clean");
  expect(await settle()).toBe("The dish was washed.");
});

it("forgets a change of which nothing stays", async () => {
  const { make, settle } = begin();
  await make({ during: "A key was being tried." }, async () => undefined);
  expect(await settle()).toBe("Nothing was changed.");
  await make(DISH, async () => undefined);
  await make({ during: "A key was being tried." }, async () => undefined);
  expect(await settle()).toBe("The dish was washed.");
});

it("gives a change that is under way a second to come to its end, and no more", async () => {
  for (const [ms, truth] of [
    [900, DISH.after],
    [60_000, DISH.during],
  ] as const) {
    const { make, settle } = begin();
    void make(DISH, () => wait(ms));
    const settling = settle();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await settling).toBe(truth);
  }
});

it("says that a change was begun which failed", async () => {
  const { make, settle } = begin();
  await expect(make(DISH, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await settle()).toBe(DISH.during);
});

it("begins none after Ctrl-C", async () => {
  const { make, settle } = begin();
  const work = vi.fn<() => Promise<void>>();
  interruption.abort(new Error("Ended."));
  await expect(make(DISH, work)).rejects.toThrow("Ended.");
  expect(work).not.toHaveBeenCalled();
  expect(await settle()).toBe("Nothing was changed.");
});
