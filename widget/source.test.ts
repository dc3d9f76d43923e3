// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findSource } from "./source";
import type { Listener } from "./source";

const NOW = Date.UTC(2026, 10, 21, 12);

let asked: string[];
let answer: () => Response;
let counter = 0;

/** A new address for each test: a source lives as long as its page. */
function newAddress(): string {
  counter += 1;
  return `https://site${counter}.test/api/now-playing`;
}

function playing(endsInMs: number): Response {
  const startedAt = NOW - 60_000;
  const body = {
    v: 1,
    state: "playing",
    title: "Notturno",
    startedAt,
    durationMs: 60_000 + endsInMs,
  };
  return Response.json(body, { headers: { date: new Date().toUTCString() } });
}

const faces: Listener[] = [];

function createListener(isSeen = true) {
  const face = { isSeen, hear: vi.fn<Listener["hear"]>() };
  faces.push(face);
  return face;
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.spyOn(Math, "random").mockReturnValue(0);
  asked = [];
  answer = () => playing(3_600_000);
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return answer();
  });
});

afterEach(() => {
  // The page lives on, and so do its sources.
  for (const face of faces) face.isSeen = false;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a source", () => {
  it("asks once for ten faces, and tells them all", async () => {
    const url = newAddress();
    const ten = Array.from({ length: 10 }, () => createListener());
    for (const face of ten) {
      const source = findSource(url);
      source.listeners.add(face);
      source.wake();
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([url]);
    for (const { hear } of ten) expect(hear).toHaveBeenCalledTimes(1);
    expect(findSource(url).latest?.published).toMatchObject({ title: "Notturno" });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(asked.length).toBe(17);
  });

  it("asks nothing while no face is seen, and at once when one is that should have asked", async () => {
    const source = findSource(newAddress());
    const face = createListener(false);
    source.listeners.add(face);
    source.wake();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked).toEqual([]);
    face.isSeen = true;
    source.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.length).toBe(1);
    face.isSeen = false;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked.length).toBe(1);
  });

  it("is not made to ask by scrolling, nor kept from asking", async () => {
    const source = findSource(newAddress());
    const face = createListener();
    source.listeners.add(face);
    source.wake();
    for (let second = 0; second < 60; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      face.isSeen = !face.isSeen;
      if (face.isSeen) source.wake();
    }
    expect(asked.length).toBeGreaterThanOrEqual(2);
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it("asks a second after the song's end", async () => {
    answer = () => playing(15_000);
    const source = findSource(newAddress());
    source.listeners.add(createListener());
    source.wake();
    await vi.advanceTimersByTimeAsync(15_900);
    expect(asked.length).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked.length).toBe(2);
  });

  it("says what went wrong, keeps what it knew, and asks less and less often", async () => {
    const source = findSource(newAddress());
    const face = createListener();
    source.listeners.add(face);
    source.wake();
    await vi.advanceTimersByTimeAsync(0);
    answer = () => new Response("<html>Welcome to our hotel", { status: 200 });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(source.latest?.published).toMatchObject({ title: "Notturno" });
    expect(face.hear.mock.lastCall?.[0]).toBeInstanceOf(Error);
    expect(asked.length).toBeLessThan(20);
    answer = () => new Response("null", { status: 503 });
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(String(face.hear.mock.lastCall?.[0])).toContain("503");
  });

  it("is made to ask by no clock that is set, nor kept from it", async () => {
    const source = findSource(newAddress());
    source.listeners.add(createListener());
    source.wake();
    await vi.advanceTimersByTimeAsync(0);
    vi.setSystemTime(Date.now() - 3_600_000);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.length).toBeLessThan(18);
  });

  it("is not made to hurry by scrolling, where the site fails", async () => {
    answer = () => new Response("no", { status: 503 });
    const source = findSource(newAddress());
    const face = createListener();
    source.listeners.add(face);
    source.wake();
    for (let second = 0; second < 600; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      source.wake();
    }
    expect(asked.length).toBeLessThan(20);
  });

  it("sleeps while the page is hidden", async () => {
    const source = findSource(newAddress());
    source.listeners.add(createListener());
    const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    source.wake();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(asked).toEqual([]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event("visibilitychange"));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.length).toBe(1);
  });
});
