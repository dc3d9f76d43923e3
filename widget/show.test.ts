// @vitest-environment happy-dom
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { FACE_WORDS } from "@/lib/now-playing/testing/face-words";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { buildFace } from "./build-face";
import { show } from "./show";
import { completeBrowser } from "./testing/browser";

const NOW = Date.UTC(2026, 10, 21, 12);
const FACTS = {
  words: FACE_WORDS,
  home: "https://site.test/",
  plain: "site.test",
};

let browser: ReturnType<typeof completeBrowser>;
let card: HTMLElement;

function text(part: string): string {
  return card.querySelector(`[part=${part}]`)?.textContent ?? "";
}

function song(more: object = {}): NowPlaying {
  return {
    v: 1,
    state: "playing",
    kind: "track",
    title: "Notturno",
    artists: ["Clara Schumann", "Fanny Hensel"],
    url: "https://open.spotify.com/track/1",
    art: "https://i.scdn.co/image/300",
    artSmall: "https://i.scdn.co/image/64",
    tint: "#b4532a",
    startedAt: NOW - 60_000,
    durationMs: 180_000,
    ...more,
  };
}

beforeEach(() => {
  browser = completeBrowser();
  card = buildFace("M0 0h24v24z");
});

describe("a face", () => {
  it("shows the song, its artists, its cover and the way there", () => {
    show(card, song(), NOW, FACTS);
    expect(["label", "title", "artist"].map(text)).toEqual([
      "Now playing",
      "Notturno",
      "Clara Schumann, Fanny Hensel",
    ]);
    expect(card.getAttribute("href")).toBe("https://open.spotify.com/track/1");
    expect(card.querySelector("img")?.hidden).toBe(false);
    expect(card.querySelector("img")?.src).toBe("https://i.scdn.co/image/64");
    expect(card.querySelector("[part=title]")?.getAttribute("title")).toBe("Notturno");
  });

  it("keeps its nodes from song to song, and its cover where that is the same", () => {
    show(card, song(), NOW, FACTS);
    const before = [...card.querySelectorAll("*")];
    const image = card.querySelector("img");
    if (image) image.hidden = true;
    show(card, song({ title: "Mazurka" }), NOW, FACTS);
    expect([...card.querySelectorAll("*")]).toEqual(before);
    expect(image?.hidden).toBe(true);
    show(card, song({ artSmall: "https://i.scdn.co/image/65" }), NOW, FACTS);
    expect(image?.hidden).toBe(false);
  });

  it("moves its line with the song, holds it in a pause, and has none otherwise", () => {
    show(card, song(), NOW, FACTS);
    expect(browser.animations.at(-1)).toMatchObject({
      options: { duration: 180_000 },
      currentTime: 60_000,
      isPaused: false,
    });
    show(card, song({ state: "paused", positionMs: 1_000, startedAt: undefined }), NOW, FACTS);
    expect(browser.animations.at(-1)).toMatchObject({ currentTime: 1_000, isPaused: true });
    const running = () => browser.animations.filter(({ isCancelled }) => !isCancelled).length;
    expect(running()).toBe(1);
    const before = browser.animations.length;
    show(card, { v: 1, state: "idle" }, NOW, FACTS);
    expect(running()).toBe(0);
    expect(browser.animations.length).toBe(before);
  });

  it("becomes a plain line that leads to the site where there is nothing to tell", () => {
    show(card, song({ explicit: true }), NOW, FACTS);
    expect(card.querySelector("[part=artist]")?.getAttribute("data-mark")).toBe("E");
    show(card, { v: 1, state: "idle" }, NOW, FACTS);
    expect(["label", "title", "artist"].map(text)).toEqual(["", "Nothing playing", ""]);
    expect(card.getAttribute("href")).toBe("https://site.test/");
    expect(card.querySelector("img")?.hidden).toBe(true);
    expect(card.querySelector("[part=artist]")?.getAttribute("data-mark")).toBe("");
    show(card, { v: 1, state: "unavailable", reason: "reauthorize" }, NOW, FACTS);
    expect(text("title")).toBe("site.test");
    expect(card.textContent).not.toContain("reauthorize");
  });

  it("never shows a song that has ended", () => {
    show(card, song(), NOW + 5 * 3_600_000, FACTS);
    expect(text("label")).toBe("Last played, 4 h ago");
    expect(card.dataset.state).toBe("recent");
  });

  it("links to nothing but web pages", () => {
    for (const url of ["javascript:alert(1)", "data:text/html,x", "//evil.test", " https:x", ""]) {
      show(card, song({ url }), NOW, FACTS);
      expect(card.hasAttribute("href")).toBe(false);
    }
    show(card, song({ url: undefined, kind: "local" }), NOW, FACTS);
    expect(card.hasAttribute("href")).toBe(false);
  });

  it("takes any words for text", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 100 }),
      fc.constantFrom(
        "<img src=x onerror=y>",
        "</style><script>z</script>",
        '"><b>',
        "javascript:x",
      ),
    );
    show(card, song(), NOW, FACTS);
    const shape = [...card.querySelectorAll("*")].map(({ tagName }) => tagName);
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (title, artist, url, tint) => {
        show(card, song({ title, artists: [artist], url, tint }), NOW, FACTS);
        expect([...card.querySelectorAll("*")].map(({ tagName }) => tagName)).toEqual(shape);
        expect(text("title")).toBe(title);
        expect(text("artist")).toBe(artist);
        const href = card.getAttribute("href");
        expect(href === null || /^https?:/.test(href)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
