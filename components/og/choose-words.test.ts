import { describe, expect, it } from "vitest";
import type { NowPlaying, PublishedItem } from "@/lib/now-playing/wire";
import { chooseWords } from "./choose-words";

function played(item: Partial<PublishedItem>): NowPlaying {
  return { v: 1, state: "recent", kind: "track", title: "Notturno", playedAt: 0, ...item };
}

describe("the words of a picture", () => {
  it("are the title and whoever made it", () => {
    expect(chooseWords(played({ artists: ["Clara Schumann", "Dvořák"] }))).toEqual({
      title: "Notturno",
      credit: "Clara Schumann, Dvořák",
    });
    expect(chooseWords(played({ show: "Groove" }))).toEqual({
      title: "Notturno",
      credit: "Groove",
    });
    expect(chooseWords(played({ artists: [] }))).toEqual({ title: "Notturno" });
  });

  it("are none where the fonts lack a character of one of them", () => {
    for (const title of [
      "夜想曲",
      "أغنية",
      "საღამო",
      "Party 🎉",
      "1️⃣",
      "Zalgo\u0321",
      "a\u2028b",
    ]) {
      expect(chooseWords(played({ title }))).toBeUndefined();
      expect(chooseWords(played({ artists: [title] }))).toBeUndefined();
    }
  });

  it("are composed, and without what leaves no ink", () => {
    expect(chooseWords(played({ title: "Cafe\u0301\u200b \u202aNo. 1\u200f" }))).toEqual({
      title: "Café No. 1",
    });
    expect(chooseWords(played({ title: "\u200b\u200d" }))).toBeUndefined();
  });

  it("are cut where there are more than a picture has room for", () => {
    const artists = Array.from({ length: 50 }, () => "Clara Schumann ".repeat(33));
    const words = chooseWords(played({ title: "Notturno ".repeat(55), artists }));
    expect(words?.title).toMatch(/^(Notturno )+.{0,8}…$/);
    expect(words?.title.length).toBeLessThanOrEqual(300);
    expect(words?.credit).toMatch(/^(Clara Schumann )+.{0,14}…$/);
    expect(words?.credit?.length).toBeLessThanOrEqual(200);
  });

  it("are none where there is no item", () => {
    expect(chooseWords({ v: 1, state: "idle" })).toBeUndefined();
  });
});
