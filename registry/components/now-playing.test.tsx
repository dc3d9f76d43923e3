// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { preload } from "react-dom";
import { siSpotify } from "simple-icons";
import { SWRConfig } from "swr";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { describeSample } from "@/lib/now-playing/samples";
import type { NowPlaying as Published } from "@/lib/now-playing/wire";
import { NowPlaying } from "./now-playing";
import type { NowPlayingProps } from "./now-playing";

vi.mock(import("react-dom"), async (load) => ({ ...(await load()), preload: vi.fn() }));

const NOW = Date.UTC(2026, 10, 20, 12);
const song = {
  kind: "track",
  title: "Notturno",
  artists: ["Clara Schumann"],
  url: "https://open.spotify.com/track/1",
  durationMs: 180_000,
} as const;

let answer: () => Promise<Response>;
const fetched = vi.fn((_url: string) => answer());

async function show(body: Published, props: NowPlayingProps = {}) {
  answer = () => Promise.resolve(Response.json(body));
  const rendered = render(
    <SWRConfig value={{ provider: () => new Map() }}>
      <NowPlaying {...props} />
    </SWRConfig>,
  );
  await pass(0);
  return rendered;
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const region = () => screen.getByRole("region");

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal("fetch", fetched);
  fetched.mockClear();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the component", () => {
  it("shows the song, who made it, the way there and Spotify's own mark", async () => {
    const { container } = await show({ v: 1, state: "playing", ...song, startedAt: NOW });
    const link = screen.getByRole("link", {
      name: /Now playing.*Notturno.*Clara Schumann.*Spotify/,
    });
    expect(link.getAttribute("href")).toBe(song.url);
    expect(container.querySelector("path")?.getAttribute("d")).toBe(siSpotify.path);
    expect(screen.getByRole("status").textContent).toBe("Notturno, Clara Schumann");
  });

  it("has its room and no words before anything is known", async () => {
    answer = () => new Promise(() => undefined);
    render(<NowPlaying />);
    await pass(0);
    expect(region().textContent).toBe("");
    expect(region().dataset.state).toBe("waiting");
  });

  it("begins its line where the song is, and draws it anew only when there is news", async () => {
    const { container } = await show({ v: 1, state: "playing", ...song, startedAt: NOW - 60_000 });
    const line = container.querySelector<HTMLElement>("[style]");
    expect(line?.style.animationDelay).toBe("-60000ms");
    expect(line?.style.animationDuration).toBe("180000ms");
    await pass(60_000);
    expect(container.querySelector("[style]")).toBe(line);
  });

  it("turns a song past its end into the last one played, with nothing newer from the server", async () => {
    await show({ v: 1, state: "playing", ...song, startedAt: NOW });
    answer = () => Promise.reject(new TypeError("offline"));
    await pass(195_000);
    expect(region().dataset.state).toBe("recent");
    expect(region().textContent).toContain("Last played just now");
  });

  it.each(["idle", "unavailable"] as const)("says so plainly when it is %s", async (state) => {
    await show(describeSample(state, "", NOW));
    expect(region().textContent).toMatch(/^Nothing (?:playing|to show just now)$/);
    expect(region().textContent).not.toMatch(/error|unavailable|unreachable/i);
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("links nowhere from a file of the listener's own", async () => {
    const { url: _, ...local } = song;
    await show({ v: 1, state: "playing", ...local, kind: "local", startedAt: NOW });
    expect(screen.queryByRole("link")).toBeNull();
    expect(region().textContent).toContain("Notturno");
  });

  it("names a podcast's show, and marks what is explicit", async () => {
    const { artists: _, ...episode } = song;
    await show({
      v: 1,
      state: "paused",
      ...episode,
      kind: "episode",
      show: "Groove and Margin",
      explicit: true,
      positionMs: 1_000,
    });
    expect(region().textContent).toContain("Groove and Margin");
    expect(screen.getByTitle("Explicit").textContent).toBe("E");
  });

  it("leaves out a cover that cannot be loaded", async () => {
    const art = "https://i.scdn.co/image/1";
    const { container } = await show({
      v: 1,
      state: "playing",
      ...song,
      art,
      artSmall: art,
      startedAt: NOW,
    });
    const image = container.querySelector("img");
    expect(image?.getAttribute("src")).toBe(art);
    act(() => void image?.dispatchEvent(new Event("error")));
    expect(container.querySelector("img")).toBeNull();
  });

  it("asks where it is told to, and speaks the words it is given", async () => {
    await show(
      { v: 1, state: "recent", ...song, playedAt: NOW - 3 * 3_600_000 },
      { src: "/music", words: { recentAgo: "Zuletzt, {elapsed}", hoursAgo: "vor {n} h" } },
    );
    expect(preload).toHaveBeenCalledWith("/music", expect.objectContaining({ as: "fetch" }));
    expect(fetched).toHaveBeenCalledWith("/music");
    expect(region().textContent).toContain("Zuletzt, vor 3 h");
  });
});
