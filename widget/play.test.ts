// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FACE_WORDS } from "@/lib/now-playing/testing/face-words";
import { buildFace } from "./build-face";
import { play } from "./play";
import type { Tell } from "./play";
import { completeBrowser } from "./testing/browser";

const NOW = Date.UTC(2026, 10, 21, 12);

let browser: ReturnType<typeof completeBrowser>;
let body: unknown;
let sites = 0;

/** A face of a site of its own, in view. */
function start(tell?: Tell) {
  sites += 1;
  const host = document.createElement("div");
  const card = buildFace("M0 0");
  const facts = { words: FACE_WORDS, home: `https://site${sites}.test/`, plain: "site.test" };
  const stop = play(host, card, null, facts, tell);
  browser.setSeen(host, true);
  return { host, card, stop };
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  browser = completeBrowser();
  body = { v: 1, state: "playing", title: "Notturno", startedAt: NOW - 60_000, durationMs: 90_000 };
  vi.stubGlobal("fetch", async () => {
    if (body === undefined) throw new TypeError("No network.");
    return Response.json(body, { headers: { date: new Date().toUTCString() } });
  });
});

afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a face in a page", () => {
  it("lets a song become the last one by itself, and then rests", async () => {
    const { card } = start();
    await vi.advanceTimersByTimeAsync(0);
    expect(card.dataset.state).toBe("playing");
    body = undefined;
    await vi.advanceTimersByTimeAsync(41_000);
    expect(card.dataset.state).toBe("recent");
    const timers = vi.spyOn(globalThis, "setTimeout");
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(timers.mock.calls.length).toBeLessThan(60);
    await vi.advanceTimersByTimeAsync(3 * 3_600_000);
    expect(card.textContent).toContain("3 h ago");
  });

  it("tells of each song once, and nothing after it was ended", async () => {
    const told: unknown[] = [];
    const { card, stop } = start((_name, detail) => {
      if (told.at(-1) !== detail) told.push(detail);
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toMatchObject([{ title: "Notturno" }]);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(told.length).toBe(1);
    stop();
    body = { v: 1, state: "idle" };
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(told.length).toBe(1);
    expect(card.dataset.state).toBe("playing");
  });

  it("may be ended by whoever hears of it", async () => {
    const face = start(() => face.stop());
    await vi.advanceTimersByTimeAsync(0);
    const timers = vi.spyOn(globalThis, "setTimeout");
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(timers.mock.calls.length).toBe(0);
  });

  it("survives what a stranger's site may send, and says that it cannot be shown", async () => {
    const hostile: unknown[] = [
      { v: 1, state: "recent", title: "x" },
      { v: 1, state: "playing", title: "x", startedAt: "zz", durationMs: 90_000 },
      { v: 1, state: "playing", title: { toString: 1 }, startedAt: NOW },
      { v: 1, state: "paused", title: "x", positionMs: {}, durationMs: 1 },
      { v: 1, state: "playing", title: "x", artists: 7, startedAt: NOW },
      { v: 1, state: "playing", title: "x", url: { a: 1 }, startedAt: NOW },
      { v: 1, state: "__proto__", title: "x" },
      { v: 1, state: "playing", title: "x".repeat(200_000), startedAt: NOW, durationMs: 1e308 },
    ];
    for (const sent of hostile) {
      body = sent;
      const { card, stop } = start();
      await vi.advanceTimersByTimeAsync(0);
      const timers = vi.spyOn(globalThis, "setTimeout");
      await vi.advanceTimersByTimeAsync(60_000);
      expect(timers.mock.calls.length).toBeLessThan(12);
      expect(card.textContent.length).toBeLessThan(5_000);
      timers.mockRestore();
      stop();
    }
  });

  it("shows no cover that is none, and asks nothing of the page's own site for one", async () => {
    const song = { v: 1, state: "playing", title: "x", startedAt: NOW };
    body = { ...song, art: "/logout", artSmall: "/logout" };
    const { card } = start();
    await vi.advanceTimersByTimeAsync(0);
    expect(card.querySelector("img")?.getAttribute("src") ?? "").toBe("");
    body = { ...song, art: "https://i.scdn.co/image/1", artSmall: "https://i.scdn.co/image/2" };
    const other = start();
    await vi.advanceTimersByTimeAsync(0);
    const image = other.card.querySelector("img");
    expect(image?.hidden).toBe(false);
    image?.dispatchEvent(new Event("error"));
    expect(image?.hidden).toBe(true);
  });
});

describe("a stranger's site", () => {
  // Nothing that JSON can say is a number, and this cannot even be asked to become one.
  const stone = { valueOf: 1, toString: 1 };

  it.each([
    { state: "playing", title: "a", startedAt: stone, durationMs: stone },
    { state: "recent", title: "a", playedAt: stone },
    { state: "paused", title: stone, positionMs: 0, durationMs: 1 },
    { state: stone, title: "a", artists: stone },
    { state: "playing", title: "a", startedAt: 0, durationMs: 1e308, artists: { join: 1 } },
  ])("that answers nonsense (%#) is told of as an error, and asked again", async (nonsense) => {
    body = { v: 1, ...nonsense };
    const tell = vi.fn<Tell>();
    const { card } = start(tell);
    await vi.advanceTimersByTimeAsync(0);
    body = { v: 1, state: "playing", title: "Notturno", startedAt: NOW, durationMs: 900_000 };
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(card.textContent).toContain("Notturno");
    expect(tell.mock.calls.every(([name]) => name === "error" || name === "change")).toBe(true);
  });
});
