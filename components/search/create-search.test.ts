import { describe, expect, it } from "vitest";
import type { IndexEntry } from "@/lib/content/search-index";
import { createSearch } from "./create-search";

const tokens: IndexEntry = {
  kind: "post",
  href: "/writing/six-months",
  track: "B2",
  title: "Six months in the life of a refresh token",
  line: "Every sign-in ends after half a year.",
  aside: "7:40",
  tags: ["Spotify"],
  headings: [{ id: "the-wall", text: "The wall of February" }],
  text: "The wall of February\nAn answer says invalid_grant, and that is that.",
};

const footer: IndexEntry = {
  kind: "post",
  href: "/writing/footer",
  track: "B1",
  title: "A footer that does not lie",
  line: "It says when the song started.",
  aside: "8:24",
  tags: ["Caching"],
  headings: [],
  text: "What was asked on the way is long forgotten here, though it was written down in a café. One ETag holds for a whole song; a refresh token is traded once an hour. Waiting is free.",
};

const writing: IndexEntry = {
  kind: "page",
  href: "/writing",
  title: "Writing",
  line: "Everything by side and track.",
  aside: "Page",
};

const caching: IndexEntry = {
  kind: "tag",
  href: "/writing/tags/caching",
  title: "Caching",
  line: "1 track: B1",
  aside: "Subject",
};

const search = createSearch([writing, footer, tokens, caching]);
const listTitles = (query: string) => search(query).map(({ entry }) => entry.title);

describe("the search", () => {
  it("puts what is called so before what only mentions it", () => {
    expect(listTitles("refresh token")).toEqual([tokens.title, footer.title]);
    expect(listTitles("caching")).toEqual([caching.title, footer.title]);
  });

  it("finds the beginnings of words, as they are typed", () => {
    expect(listTitles("refr")).toEqual([tokens.title, footer.title]);
    expect(listTitles("spoti")).toEqual([tokens.title]);
  });

  it.each(["refrsh token", "reffresh token", "refresh tokan", "refrehs tokne"])(
    "finds what was meant by “%s”",
    (query) => {
      expect(listTitles(query)[0]).toBe(tokens.title);
    },
  );

  it("takes nothing for a mistake that is right", () => {
    // “Waiting” is one letter away.
    expect(listTitles("writing")).toEqual([writing.title]);
  });

  it("takes no number for another, and no word for one with another beginning", () => {
    expect(listTitles("B3 track")).toEqual([]);
    expect(listTitles("tails")).toEqual([]);
  });

  it("knows neither capitals nor accents", () => {
    expect(listTitles("etag")).toEqual([footer.title]);
    expect(listTitles("CAFE")).toEqual([footer.title]);
    expect(listTitles("café")).toEqual([footer.title]);
    expect(listTitles("Wrïting")).toEqual([writing.title]);
  });

  it("finds what has all of the words, and nothing for none", () => {
    expect(listTitles("token caching")).toEqual([footer.title]);
    expect(listTitles("token nowhere")).toEqual([]);
    expect(listTitles("")).toEqual([]);
    expect(listTitles(" ?! ")).toEqual([]);
  });

  it("leads to the part of a page that says it", () => {
    expect(search("february")).toMatchObject([
      { href: "/writing/six-months#the-wall", line: "The wall of February" },
    ]);
    expect(search("half year")).toMatchObject([{ href: "/writing/six-months", line: tokens.line }]);
  });

  it("shows the sentence that says it, from shortly before", () => {
    expect(search("etag")[0]?.line).toBe(
      "One ETag holds for a whole song; a refresh token is traded once an hour.",
    );
    expect(search("cafe")[0]?.line).toBe("… here, though it was written down in a café.");
  });

  it("tells which words it found", () => {
    expect([...(search("refr tok")[0]?.words ?? [])].toSorted()).toEqual(["refresh", "token"]);
  });
});
