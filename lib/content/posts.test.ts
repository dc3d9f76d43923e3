import { describe, expect, it } from "vitest";
import type { Post } from "./model";
import { findNeighbours, findPost, listSides, listTags } from "./posts";
import { samplePost } from "./testing/sample-post";

const type = { slug: "type", name: "Type" };
const sound = { slug: "sound", name: "Sound" };

function post(track: string, date: string, tags: Post["tags"]): Post {
  return samplePost({ slug: track.toLowerCase(), track, side: track.slice(0, 1), date, tags });
}

const all = [
  post("B2", "2026-05-01", [type]),
  post("B1", "2026-01-01", []),
  post("A1", "2024-12-31", [type, sound]),
];

describe("the posts", () => {
  it("are found by their address", () => {
    expect(findPost("b1", all)?.track).toBe("B1");
    expect(findPost("c1", all)).toBeUndefined();
  });

  it("stand beside others in time, across years", () => {
    const { newer, older } = findNeighbours("b1", all);
    expect([newer?.track, older?.track]).toEqual(["B2", "A1"]);
    expect(findNeighbours("b2", all).newer).toBeUndefined();
    expect(findNeighbours("a1", all).older).toBeUndefined();
    expect(findNeighbours("c1", all)).toEqual({ newer: undefined, older: undefined });
  });

  it("are on sides, the newest first", () => {
    const sides = listSides(all).map(({ side, year, posts }) => [side, year, posts.length]);
    expect(sides).toEqual([
      ["B", 2026, 2],
      ["A", 2024, 1],
    ]);
  });

  it("are listed under each of their tags", () => {
    const tags = listTags(all).map(({ name, posts }) => [name, posts.map(({ track }) => track)]);
    expect(tags).toEqual([
      ["Sound", ["A1"]],
      ["Type", ["B2", "A1"]],
    ]);
  });
});
