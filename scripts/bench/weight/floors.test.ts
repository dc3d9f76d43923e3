import { describe, expect, it } from "vitest";
import { drawCard } from "@/lib/embeds/card";
import { DRAWING, playing } from "@/lib/embeds/testing/drawing";
import { findCover, leanAnswer, leanBadge } from "./floors";

describe("the least that says the same", () => {
  it("is a song without what a page could do without", () => {
    const song = { title: "Notturno", artists: ["Clara Schumann"], startedAt: 1, durationMs: 2 };
    const body = JSON.stringify({ v: 1, state: "playing", ...song, album: "Soirées musicales" });
    expect(JSON.parse(leanAnswer(body))).toEqual(song);
  });

  it("is a badge without colours and a logo", () => {
    const badge = { schemaVersion: 1, label: "playing", message: "Notturno" };
    expect(JSON.parse(leanBadge(JSON.stringify({ ...badge, color: "#000" })))).toEqual(badge);
  });

  it("is of a card the cover that stands in it", () => {
    const cover = { uri: "data:image/webp;base64,AAAA", width: 64, height: 64 };
    expect(findCover(drawCard(playing({}), { ...DRAWING, cover }))).toBe(cover.uri);
    expect(findCover(drawCard(playing({}), DRAWING))).toBeUndefined();
  });
});
