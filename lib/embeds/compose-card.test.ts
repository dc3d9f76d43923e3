import { describe, expect, it, vi } from "vitest";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { STATES } from "@/lib/now-playing/samples";
import { composeCard, MOST_CARD_BYTES } from "./compose-card";
import type { InlineCover } from "./compose-card";
import { NOW, WORDS, playing } from "./testing/drawing";
import { readSvg, textsOf } from "./testing/read-svg";

const COVER = { uri: "data:image/webp;base64,AAAA", width: 128, height: 128 };
const ART = { art: "https://i.scdn.co/image/a", artSmall: "https://i.scdn.co/image/b" };

function setUp(found: Awaited<ReturnType<InlineCover>> = { cover: COVER, isComplete: true }) {
  const inlineCover = vi.fn<InlineCover>(async () => found);
  const compose = (published: NowPlaying, options: object = {}) =>
    composeCard(published, {
      words: WORDS,
      now: NOW,
      options: { theme: "auto", width: 400, ...options },
      inlineCover,
    });
  return { inlineCover, compose };
}
const hrefOf = (svg: string) =>
  readSvg(svg).find(({ name }) => name === "image")?.attributes.href ?? "";

describe("a composed card", () => {
  it("holds the cover that was found for it", async () => {
    const { compose, inlineCover } = setUp();
    const { svg, isComplete } = await compose(playing(ART));
    expect(hrefOf(svg)).toBe(COVER.uri);
    expect(isComplete).toBe(true);
    expect(inlineCover).toHaveBeenCalledExactlyOnceWith(ART, expect.any(Number));
  });

  it("uses its budget to the last byte, where a cover takes all of its room", async () => {
    const { compose, inlineCover } = setUp();
    inlineCover.mockImplementation(async (_, room) => ({
      // Of a shape whose numbers take the most characters.
      cover: { uri: COVER.uri.padEnd(room, "A"), width: 300, height: 109 },
      isComplete: true,
    }));
    const { svg } = await compose(playing(ART));
    expect(Buffer.byteLength(svg)).toBe(MOST_CARD_BYTES);
  });

  it("does without a cover that is not there yet, and says so", async () => {
    const { svg, isComplete } = await setUp({ isComplete: false }).compose(playing(ART));
    expect(hrefOf(svg)).toBe("");
    expect(textsOf(svg, "text")).toContain("Notturno");
    expect(isComplete).toBe(false);
  });

  it("asks for no cover where there is none", async () => {
    const { compose, inlineCover } = setUp();
    expect(await compose(playing())).toMatchObject({ isComplete: true });
    expect(await compose({ v: 1, state: "idle" })).toMatchObject({ isComplete: true });
    expect(inlineCover).not.toHaveBeenCalled();
  });
});

describe("a preview of a card", () => {
  it.each(STATES)("shows the sample, and never the music: %s", async (preview) => {
    const { compose, inlineCover } = setUp();
    const { svg, isComplete } = await compose(playing({ ...ART, title: "Secret" }), { preview });
    expect(svg).not.toContain("Secret");
    expect(isComplete).toBe(true);
    expect(inlineCover).not.toHaveBeenCalled();
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(MOST_CARD_BYTES);
  });

  it("holds the sample's own cover, which is a whole drawing", async () => {
    const href = hrefOf((await setUp().compose(playing(), { preview: "playing" })).svg);
    const [type, drawing = ""] = href.split(",");
    expect(type).toBe("data:image/svg+xml");
    expect(readSvg(decodeURIComponent(drawing))[0]?.name).toBe("svg");
  });
});
