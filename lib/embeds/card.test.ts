import fc from "fast-check";
import { Window } from "happy-dom";
import { describe, expect, it } from "vitest";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { drawCard } from "./card";
import { escapeXml } from "./escape-xml";

const NOW = Date.UTC(2026, 10, 20, 12);
const WORDS = {
  playing: "Now playing",
  paused: "Paused",
  recent: "Last played",
  idle: "Nothing playing",
  plain: "Mara Lindqvist.",
};

function titled(title: string, artists: readonly string[] = []): NowPlaying {
  return { v: 1, state: "playing", kind: "track", title, artists, startedAt: NOW };
}

function parse(svg: string): { tags: Set<string>; title: string | null } {
  const document = new new Window().DOMParser().parseFromString(svg, "image/svg+xml");
  const tags = new Set(
    [...document.querySelectorAll("*")].map(({ tagName }) => tagName.toLowerCase()),
  );
  return { tags, title: document.querySelector("title")?.textContent ?? null };
}

describe("the card", () => {
  it("says what is playing, in the picture and to a screen reader", () => {
    const svg = drawCard(titled("Notturno", ["Clara Schumann"]), WORDS, NOW);
    expect(parse(svg).title).toBe("Now playing, Notturno, Clara Schumann");
    expect(svg).toContain(">Notturno<");
  });

  it("is a plain line where nothing can be told", () => {
    const svg = drawCard({ v: 1, state: "unavailable", reason: "reauthorize" }, WORDS, NOW);
    expect(parse(svg).title).toBe("Mara Lindqvist.");
    expect(svg).not.toMatch(/reauthorize|playing/i);
    expect(parse(drawCard({ v: 1, state: "idle" }, WORDS, NOW)).title).toBe("Nothing playing");
  });

  it("draws any title as text, and as nothing else", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.constantFrom(
        "<script>alert(1)</script>",
        '"/><image href="x" onload="y"/>',
        "]]>&lt;",
        "&#x3c;a>",
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (title, artist) => {
        const { tags } = parse(drawCard(titled(title, [artist]), WORDS, NOW));
        expect([...tags].toSorted()).toEqual(["path", "rect", "style", "svg", "text", "title"]);
      }),
      { numRuns: 300 },
    );
  });

  it("cuts a long title before the mark, and wide letters sooner", () => {
    const latin = drawCard(titled("n".repeat(60)), WORDS, NOW);
    expect(latin).toContain(`>${"n".repeat(38)}…<`);
    expect(drawCard(titled("夜".repeat(60)), WORDS, NOW)).toContain(`>${"夜".repeat(19)}…<`);
    expect(drawCard(titled("Notturno"), WORDS, NOW)).toContain(">Notturno<");
  });

  it("escapes what XML reads, and drops what it forbids", () => {
    expect(escapeXml(`<&>"' \u0000\u0008\uFFFE\uD800 é 🎧`)).toBe(
      "&lt;&amp;&gt;&quot;&apos;  é 🎧",
    );
  });
});
