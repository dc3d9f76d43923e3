import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameSide, numberTracks } from "./number-tracks";

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2089-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const posts = fc.uniqueArray(fc.record({ slug: fc.stringMatching(/^[a-z0-9]{1,6}$/), date: day }), {
  selector: ({ slug }) => slug,
  maxLength: 60,
});

describe("the tracks", () => {
  it("count within a year, and sides are years with posts", () => {
    const tracks = numberTracks([
      { slug: "c", date: "2024-05-05" },
      { slug: "b", date: "2026-01-02" },
      { slug: "a", date: "2026-01-02" },
      { slug: "d", date: "2024-01-01" },
    ]);
    expect(Object.fromEntries([...tracks].map(([slug, { track }]) => [slug, track]))).toEqual({
      d: "A1",
      c: "A2",
      a: "B1",
      b: "B2",
    });
  });

  it("are never renumbered by a later post", () => {
    fc.assert(
      fc.property(posts, (all) => {
        const dates = all.map(({ date }) => date).toSorted();
        const last = dates.at(-1) ?? "2000-01-01";
        const earlier = all.filter(({ date }) => date < last);
        const before = numberTracks(earlier);
        const after = numberTracks(all);
        for (const [slug, track] of before) expect(after.get(slug)).toEqual(track);
      }),
    );
  });

  it("are all different, whatever the order of the files", () => {
    fc.assert(
      fc.property(posts, (all) => {
        const tracks = numberTracks(all);
        expect(new Set([...tracks.values()].map(({ track }) => track)).size).toBe(all.length);
        expect(numberTracks(all.toReversed())).toEqual(tracks);
      }),
    );
  });
});

describe("the names of sides", () => {
  it("go on after Z", () => {
    expect([1, 2, 26, 27, 52, 53, 702, 703].map((number) => nameSide(number))).toEqual([
      "A",
      "B",
      "Z",
      "AA",
      "AZ",
      "BA",
      "ZZ",
      "AAA",
    ]);
  });
});
