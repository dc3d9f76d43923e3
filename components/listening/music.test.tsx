// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { SWRConfig } from "swr";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { Music } from "./music";

const NOW = Date.UTC(2026, 10, 20, 12);
const song = {
  kind: "track",
  title: "Notturno",
  artists: ["Clara Schumann", "Ines Holloway"],
  album: "Soirées musicales",
  url: "https://open.spotify.com/track/1",
  art: "https://i.scdn.co/image/300",
  artSmall: "https://i.scdn.co/image/64",
  durationMs: 180_000,
} as const;

async function show(body: NowPlaying) {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(body)));
  const { container } = render(
    <SWRConfig value={{ provider: () => new Map() }}>
      <Music line="Mara Lindqvist." />
    </SWRConfig>,
  );
  await act(() => vi.advanceTimersByTimeAsync(0));
  return { text: container.textContent, image: container.querySelector("img") };
}

const heading = () => screen.getByRole("heading", { level: 2 }).textContent;
const play = (item: object = {}): NowPlaying => ({
  v: 1,
  state: "playing",
  ...song,
  startedAt: NOW,
  ...item,
});

describe("the music, large", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
  });

  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("is all that is known of a song, with its large cover and the way to Spotify", async () => {
    const { text, image } = await show(play({ explicit: true }));
    expect(heading()).toBe("Now playing");
    for (const words of ["Notturno", "Clara Schumann, Ines Holloway", "Soirées musicales", "3:00"])
      expect(text).toContain(words);
    expect(screen.getByTitle("Explicit")).toBeDefined();
    expect(image?.src).toBe(song.art);
    expect(screen.getByRole("link", { name: "Listen on Spotify" }).getAttribute("href")).toBe(
      song.url,
    );
  });

  it("says when it was, for what has ended", async () => {
    await show({ v: 1, state: "recent", ...song, playedAt: NOW - 3 * 3_600_000 });
    expect(heading()).toBe("Last played, 3 h ago");
  });

  it("cuts no title, however long", async () => {
    const title = "The Whole of the Night ".repeat(20).trim();
    const { text } = await show(play({ title }));
    expect(text).toContain(title);
  });

  it("names the show of an episode", async () => {
    const { artists: _artists, album: _album, ...episode } = song;
    const body = { v: 1, state: "playing", ...episode, kind: "episode", startedAt: NOW } as const;
    const { text } = await show({ ...body, show: "Groove and Margin", durationMs: 3_725_000 });
    expect(text).toContain("Groove and Margin");
    expect(text).toContain("1:02:05");
  });

  it("links nowhere from a file of the listener's own", async () => {
    const { url: _, ...local } = song;
    await show({ v: 1, state: "playing", ...local, kind: "local", startedAt: NOW });
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("does without a cover that breaks, and tries the next song's", async () => {
    const { image } = await show(play());
    if (image) fireEvent.error(image);
    expect(document.querySelector("img")).toBeNull();
    const next = play({ title: "Mazurka", art: "https://i.scdn.co/image/next" });
    vi.stubGlobal("fetch", () => Promise.resolve(Response.json(next)));
    await act(() => vi.advanceTimersByTimeAsync(40_000));
    expect(document.querySelector("img")?.src).toBe("https://i.scdn.co/image/next");
  });

  it("says so when nothing plays", async () => {
    const { text, image } = await show({ v: 1, state: "idle" });
    expect(text).toContain("Nothing playing");
    expect(image).toBeNull();
  });

  it("is a plain line, and no error words, when nothing can be told", async () => {
    const { text } = await show({ v: 1, state: "unavailable", reason: "reauthorize" });
    expect(text).toContain("Mara Lindqvist.");
    expect(text).not.toMatch(/error|unavailable|reauthorize|playing/i);
  });
});
