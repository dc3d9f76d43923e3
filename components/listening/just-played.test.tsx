// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { SWRConfig } from "swr";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NowPlaying, Play } from "@/lib/now-playing/wire";
import { JustPlayed } from "./just-played";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 20, 12);
const play = (title: string, minutesAgo: number, more: object = {}): Play => ({
  kind: "track",
  title,
  artists: ["Clara Schumann", "Ines Holloway"],
  url: `https://open.spotify.com/track/${title}`,
  playedAt: NOW - minutesAgo * MINUTE,
  ...more,
});

let nowPlaying: NowPlaying;
let answer: () => Response | Promise<Response>;
let asked: number[];

async function show(...items: readonly Play[]) {
  answer = () => Response.json({ v: 1, items });
  const { container } = render(
    <SWRConfig value={{ provider: () => new Map() }}>
      <JustPlayed />
    </SWRConfig>,
  );
  await pass(0);
  return container;
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const rows = () => screen.queryAllByRole("listitem").map(({ textContent }) => textContent);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  asked = [];
  nowPlaying = { v: 1, state: "idle" };
  vi.stubGlobal("fetch", async (url: string) => {
    if (!url.endsWith("/api/recently-played")) return Response.json(nowPlaying);
    asked.push(Date.now() - NOW);
    return answer();
  });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("what was just played", () => {
  it("is a list of links to Spotify, each with its makers and how long ago it was", async () => {
    await show(
      play("Notturno", 0.5),
      play("Mazurka", 12, { explicit: true }),
      play("Prelude", 190),
    );
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Just played");
    expect(rows()).toEqual([
      "NotturnoClara Schumann, Ines Hollowayjust now",
      "MazurkaEClara Schumann, Ines Holloway12 min ago",
      "PreludeClara Schumann, Ines Holloway3 h ago",
    ]);
    const links = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(links).toEqual(
      ["Notturno", "Mazurka", "Prelude"].map((title) => `https://open.spotify.com/track/${title}`),
    );
    expect(screen.getByText("From Spotify").querySelector("svg")).not.toBeNull();
  });

  it("links nowhere from a file of the listener's own", async () => {
    await show(play("Rehearsal", 3, { kind: "local", url: undefined }));
    expect(rows()).toHaveLength(1);
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("cuts no title, however long, and shows one as often as it was played", async () => {
    const title = "The Whole of the Night ".repeat(20).trim();
    await show(play(title, 3), play(title, 8));
    expect(rows().every((row) => row?.includes(title))).toBe(true);
    expect(rows()).toHaveLength(2);
  });

  it("grows older by the minute", async () => {
    await show(play("Notturno", 1));
    await pass(2 * MINUTE);
    expect(rows()).toEqual([expect.stringContaining("3 min ago")]);
  });

  it("is asked for every five minutes, and when another song is on or the last is over", async () => {
    const song = { ...play("Notturno", 0), kind: "track", durationMs: 100_000 } as const;
    const { playedAt: _, ...item } = song;
    nowPlaying = { v: 1, state: "playing", ...item, startedAt: NOW };
    await show(play("Mazurka", 5));
    expect(asked).toEqual([0]);
    nowPlaying = { v: 1, state: "recent", ...item, playedAt: NOW + 100_000 };
    await pass(2 * MINUTE);
    expect(asked).toHaveLength(2);
    await pass(13 * MINUTE);
    expect(asked.length).toBeLessThanOrEqual(5);
  });

  it("is not there while there is nothing to tell", async () => {
    const container = await show();
    expect(asked).toEqual([0]);
    expect(container.textContent).toBe("");
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ["an error", () => new Response("Bad gateway", { status: 502 })],
    ["a page in its place", () => new Response("<!doctype html>")],
    ["JSON of something else", () => Response.json({ items: [{ name: "?" }] })],
    ["no answer", () => Promise.reject(new TypeError("Failed to fetch"))],
  ])("says nothing of %s, and comes with the next answer", async (_, failing) => {
    const container = await show(play("Mazurka", 5));
    answer = failing;
    await pass(5 * MINUTE);
    expect(container.textContent).toBe("");
    answer = () => Response.json({ v: 1, items: [play("Notturno", 1)] });
    await pass(5 * MINUTE);
    expect(rows()).toHaveLength(1);
  });
});
