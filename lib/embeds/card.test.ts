import { describe, expect, it } from "vitest";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { drawCard } from "./card";
import { DRAWING, NOW, playing } from "./testing/drawing";
import { readSvg, textsOf } from "./testing/read-svg";

const draw = (published: NowPlaying, more: Partial<typeof DRAWING> = {}) =>
  drawCard(published, { ...DRAWING, ...more });
const find = (svg: string, name: string) => readSvg(svg).find((element) => element.name === name);
const styleOf = (svg: string) => textsOf(svg, "style").join("");
/** How much of a title is drawn that is longer than any card. */
const lengthOf = (more: Partial<typeof DRAWING>) =>
  textsOf(draw(playing({ title: "n".repeat(99) }), more), "text")[1]?.length ?? 0;
const COVER = { uri: "data:image/webp;base64,AAAA", width: 128, height: 128 };

describe("the words of a card", () => {
  it("are drawn, and said to a screen reader with what there is no room for", () => {
    const svg = draw(playing({ explicit: true }));
    expect(textsOf(svg, "text")).toEqual(["Now playing", "Notturno", "E", "Clara Schumann"]);
    expect(textsOf(svg, "title")).toEqual(["Now playing, Notturno, Clara Schumann"]);
    expect(textsOf(svg, "desc")).toEqual(["Explicit, Soirées musicales"]);
    const [root, title, desc] = readSvg(svg);
    expect(root?.attributes).toMatchObject({ role: "img", "aria-labelledby": "t d" });
    expect([title?.attributes.id, desc?.attributes.id]).toEqual(["t", "d"]);
  });

  it("name the show of an episode", () => {
    const episode = playing({ kind: "episode", artists: undefined, show: "Groove and Margin" });
    expect(textsOf(draw(episode), "text")).toContain("Groove and Margin");
  });

  it("stay whole for those who listen, where the picture has to cut them", () => {
    const title = "The Whole of the Night and Most of the Morning After, Being a Suite";
    const svg = draw(playing({ title }));
    expect(textsOf(svg, "text")[1]).toMatch(/^The Whole of the Night.*[^ ]…$/);
    expect(textsOf(svg, "title")[0]).toContain(title);
  });

  it("are one plain line where nothing can be told, with no mark and no reason", () => {
    const svg = draw({ v: 1, state: "unavailable", reason: "reauthorize" });
    expect(textsOf(svg, "text")).toEqual(["Mara Lindqvist."]);
    expect(svg).not.toMatch(/reauthorize|playing/i);
    expect(find(svg, "path")).toBeUndefined();
    expect(textsOf(draw({ v: 1, state: "idle" }), "text")).toEqual(["Nothing playing"]);
  });

  it("have more room in a wider card, and without a cover", () => {
    expect(lengthOf({ width: 640 })).toBeGreaterThan(2 * lengthOf({ width: 280 }));
    expect(lengthOf({})).toBeGreaterThan(lengthOf({ cover: COVER }));
  });

  it("run from right to left where the language does, and begin at the left all the same", () => {
    const [, title, credit] = readSvg(
      draw(playing({ title: "1, أغنية المساء", artists: ["Mara"] })),
    ).filter(({ name }) => name === "text");
    expect(title?.attributes).toMatchObject({ direction: "rtl", "text-anchor": "end" });
    expect(credit?.attributes.direction).toBeUndefined();
  });
});

describe("Spotify's mark on a card", () => {
  it.each([280, 400, 640])("has 28 px and its clear space at a width of %d px", (width) => {
    const svg = draw(playing(), { width });
    expect(find(svg, "path")?.attributes.transform).toBe(
      `translate(${width - 42} 26) scale(1.1667)`,
    );
    const lines = readSvg(svg)
      .slice(1)
      .filter(({ name }) => name === "svg");
    expect(lines).toHaveLength(3);
    for (const { attributes } of lines)
      expect(Number(attributes.x) + Number(attributes.width)).toBe(width - 42 - 14);
  });
});

describe("the cover on a card", () => {
  it("stands whole in its place, its own corners rounded", () => {
    const { attributes } = find(draw(playing(), { cover: COVER }), "image") ?? {};
    expect(attributes).toMatchObject({
      x: "8",
      y: "8",
      width: "64",
      height: "64",
      href: COVER.uri,
    });
  });

  it("keeps its shape", () => {
    const elements = readSvg(draw(playing(), { cover: { ...COVER, height: 72 } }));
    const clip = elements.findIndex(({ name }) => name === "clipPath");
    const box = { x: "8", y: "22", width: "64", height: "36" };
    expect(elements[clip + 1]?.attributes).toEqual({ ...box, rx: "4" });
    expect(elements[clip + 2]?.attributes).toMatchObject({ ...box, "clip-path": "url(#c)" });
  });

  it.each([
    ["from another place", { ...COVER, uri: "https://i.scdn.co/image/a" }],
    ["that is a page", { ...COVER, uri: "data:text/html,<script>" }],
    ["without a size", { ...COVER, width: 0 }],
  ])("is left out: one %s", (_, cover) => {
    expect(find(draw(playing(), { cover }), "image")).toBeUndefined();
  });
});

describe("the line of a card", () => {
  it("goes on from where the song is to its end, but for those who want less motion", () => {
    const svg = draw(playing());
    expect(svg).toContain('transform="scale(0.25 1)"');
    expect(styleOf(svg)).toMatch(
      /@media\(prefers-reduced-motion:no-preference\)\{\.line\{animation:play 150000ms linear both\}\}@keyframes play\{from\{transform:scaleX\(0\.25\)\}to\{transform:none\}\}$/,
    );
  });

  it("stands still in a pause, and takes no colour", () => {
    const svg = draw(playing({ state: "paused", positionMs: 100_000, tint: "#b4532a" }));
    expect(svg).toContain('transform="scale(0.5 1)"');
    expect(styleOf(svg)).not.toMatch(/animation|b4532a/);
    expect(styleOf(svg)).toContain(".line{fill:#655f55}");
  });

  it("is not there without a length, or when the song is over", () => {
    expect(draw(playing({ durationMs: undefined }))).not.toContain('class="line"');
    expect(draw(playing({ durationMs: 0 }))).not.toContain('class="line"');
    expect(draw(playing({ state: "recent", playedAt: NOW - 1 }))).not.toContain('class="line"');
  });

  it("takes the cover's colour, bent for each ground, and ink for what knows no such colours", () => {
    const style = styleOf(draw(playing({ tint: "#B4532a" })));
    expect(style).toContain(
      ".line{fill:#1c1a17}@supports(color:oklch(from red l c h)){.line{fill:oklch(from #B4532a clamp(.36,l,.48) min(c,.12) h)}}",
    );
    expect(style).toContain("oklch(from #B4532a clamp(.74,l,.88) min(c,.12) h)");
  });

  it.each(["red", "#b4532", "#b4532a}", "#b4532a;fill:url(http://evil.example)", "", "#B4532A\n"])(
    "takes no colour that is not plainly one: %j",
    (tint) => expect(styleOf(draw(playing({ tint })))).not.toMatch(/oklch|evil/),
  );
});

describe("the theme of a card", () => {
  it("follows the visitor's, or is the one that was asked for", () => {
    const [auto, light, dark] = (["auto", "light", "dark"] as const).map((theme) =>
      draw(playing(), { theme }),
    );
    expect(auto).toMatch(
      /\.paper\{fill:#f6f1e7\}.*@media\(prefers-color-scheme:dark\)\{\.paper\{fill:#1d1b18\}/,
    );
    expect(light).not.toMatch(/color-scheme|#1d1b18/);
    expect(dark).not.toMatch(/color-scheme|#f6f1e7/);
    expect(dark).toContain(".mark{fill:#fff}");
  });
});
