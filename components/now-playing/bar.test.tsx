// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { SWRConfig } from "swr";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { nowPlayingStrings } from "@/lib/site/strings";
import { NowPlayingBar } from "./bar";
import { SpotifyMark } from "./spotify-mark";

const NOW = Date.UTC(2026, 10, 20, 12);
const song = {
  kind: "track",
  title: "Notturno",
  artists: ["Clara Schumann"],
  url: "https://open.spotify.com/track/1",
  durationMs: 180_000,
} as const;

let answer: () => Promise<Response>;
const fetched = vi.fn(() => answer());

function serve(body: NowPlaying): void {
  answer = () => Promise.resolve(Response.json(body));
}

function renderBar() {
  return render(
    <SWRConfig value={{ provider: () => new Map() }}>
      <NowPlayingBar line="Mara Lindqvist." words={nowPlayingStrings} mark={<SpotifyMark />} />
    </SWRConfig>,
  );
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const region = () => screen.getByRole("region", { name: "Now playing" });

describe("the bar", () => {
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

  it("has its room and no words before anything is known", () => {
    answer = () => new Promise(() => undefined);
    renderBar();
    expect(region().dataset.state).toBe("waiting");
    expect(region().textContent).toBe("");
  });

  it("turns a song past its end into the last one played, with nothing newer from the server", async () => {
    serve({ v: 1, state: "playing", ...song, startedAt: NOW });
    renderBar();
    await pass(0);
    expect(region().textContent).toContain("Now playing");
    answer = () => Promise.reject(new TypeError("offline"));
    await pass(180_000 + 9_000);
    expect(region().dataset.state).toBe("playing");
    await pass(2_000);
    expect(region().dataset.state).toBe("recent");
    expect(region().textContent).toContain("Last played just now");
    await pass(120_000);
    expect(region().textContent).toContain("Last played, 2 min ago");
  });

  it("polls at the pace of the music, and keeps on after failures", async () => {
    serve({ v: 1, state: "playing", ...song, startedAt: NOW });
    renderBar();
    await pass(0);
    expect(fetched).toHaveBeenCalledTimes(1);
    await pass(60_500);
    expect(fetched).toHaveBeenCalledTimes(3);
    answer = () => Promise.reject(new TypeError("offline"));
    await pass(10 * 60_000);
    const failed = fetched.mock.calls.length;
    expect(failed).toBeGreaterThan(5);
    expect(failed).toBeLessThan(25);
    serve({ v: 1, state: "idle" });
    await pass(2 * 60_000);
    expect(region().dataset.state).toBe("idle");
  });

  it("keeps what it shows when an answer fails or is no JSON", async () => {
    serve({ v: 1, state: "paused", ...song, positionMs: 60_000 });
    renderBar();
    await pass(0);
    answer = () => Promise.resolve(new Response("<html>502</html>", { status: 502 }));
    await pass(60_000);
    expect(region().textContent).toContain("Paused");
    answer = () => Promise.resolve(new Response("<html>", { status: 200 }));
    await pass(60_000);
    expect(region().textContent).toContain("Paused");
  });

  it("trusts the server's clock over one that is an hour off", async () => {
    const body: NowPlaying = { v: 1, state: "playing", ...song, startedAt: NOW };
    const date = new Date(NOW).toUTCString();
    vi.setSystemTime(NOW + 3_600_000);
    answer = () => Promise.resolve(Response.json(body, { headers: { date } }));
    renderBar();
    await pass(0);
    expect(region().dataset.state).toBe("playing");
  });

  it("shows a plain line, and no error words, when nothing can be told", async () => {
    serve({ v: 1, state: "unavailable", reason: "reauthorize" });
    renderBar();
    await pass(0);
    expect(region().textContent).toBe("Mara Lindqvist.");
  });

  it("links nowhere from a file of the listener's own", async () => {
    const { url: _, ...local } = song;
    serve({ v: 1, state: "playing", ...local, kind: "local", startedAt: NOW });
    renderBar();
    await pass(0);
    expect(screen.queryByRole("link")).toBeNull();
    expect(region().textContent).toContain("Notturno");
  });

  it("meets the end of a song that it found with five seconds left", async () => {
    serve({ v: 1, state: "playing", ...song, startedAt: NOW - 175_000 });
    renderBar();
    await pass(0);
    serve({ v: 1, state: "playing", ...song, title: "Mazurka", startedAt: NOW + 5_000 });
    await pass(5_000 + 3_000);
    expect(region().textContent).toContain("Mazurka");
  });

  it("draws the line where the song is when the page is seen again", async () => {
    serve({ v: 1, state: "playing", ...song, startedAt: NOW });
    const { container } = renderBar();
    await pass(0);
    const delay = () => container.querySelector<HTMLElement>("[style]")?.style.animationDelay;
    expect(delay()).toBe("0ms");
    await pass(50_000);
    expect(delay()).toBe("0ms");
    document.dispatchEvent(new Event("visibilitychange"));
    await pass(0);
    expect(delay()).toBe("-50000ms");
  });

  it("asks at once when the page is seen again, and once however often it fails", async () => {
    answer = () => Promise.reject(new TypeError("offline"));
    renderBar();
    for (let returns = 0; returns < 20; returns++) {
      document.dispatchEvent(new Event("visibilitychange"));
      await pass(10);
    }
    const asked = fetched.mock.calls.length;
    await pass(10 * 60_000);
    expect(fetched.mock.calls.length - asked).toBeLessThan(12);
  });

  it("ages also when the clock is set back meanwhile, or comes in coarse steps", async () => {
    serve({ v: 1, state: "playing", ...song, startedAt: NOW });
    renderBar();
    await pass(0);
    answer = () => Promise.reject(new TypeError("offline"));
    vi.setSystemTime(NOW - 3_000);
    await pass(180_000 + 10_000);
    expect(region().dataset.state).toBe("playing");
    await pass(4_000);
    expect(region().dataset.state).toBe("recent");
  });

  it("says what a paused song is, and not that it plays", async () => {
    serve({ v: 1, state: "paused", ...song, positionMs: 60_000 });
    renderBar();
    await pass(0);
    expect(screen.getByRole("status").textContent).toBe("Notturno, Clara Schumann");
  });

  it.each([{ artists: "abc" }, { title: {} }, { v: 2 }, { artists: [{}] }])(
    "draws nothing of an answer that is not of the contract: %j",
    async (spoilt) => {
      const body = { v: 1, state: "playing", ...song, startedAt: NOW, ...spoilt };
      answer = () => Promise.resolve(Response.json(body));
      renderBar();
      await pass(0);
      expect(region().dataset.state).toBe("waiting");
    },
  );
});
