import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NowPlaying, PublishedItem } from "@/lib/now-playing/wire";
import { describeBadge } from "./badge";

const WORDS = {
  playing: "now playing",
  paused: "paused",
  recent: "last played",
  music: "music",
  idle: "nothing playing",
  unavailable: "nothing to tell",
  untitled: "untitled",
};

/** https://shields.io/badges/endpoint-badge, as services/endpoint-common.js of badges/shields checks it. */
const isBadge = new Ajv().compile({
  type: "object",
  required: ["schemaVersion", "label", "message"],
  additionalProperties: false,
  properties: {
    schemaVersion: { const: 1 },
    label: { type: "string" },
    message: { type: "string", minLength: 1, maxLength: 300 },
    color: { type: "string", pattern: "^#[0-9a-f]{6}$" },
    labelColor: { type: "string" },
    namedLogo: { type: "string" },
    logoColor: { type: "string" },
    style: { type: "string" },
    cacheSeconds: { type: "integer", minimum: 300 },
  },
});

const song = { v: 1, kind: "track", title: "Notturno", artists: ["Clara Schumann"] } as const;
const playing = (item: Partial<PublishedItem>): NowPlaying => ({
  ...song,
  state: "playing",
  startedAt: 0,
  ...item,
});
const messageOf = (published: NowPlaying) => describeBadge(published, WORDS).message;

/** Characters as a reader counts them. */
const lengthOf = (text: string) => [...new Intl.Segmenter().segment(text)].length;

describe("the badge", () => {
  it("says what is playing and who made it, and nothing that shields.io does not know", () => {
    expect(describeBadge(playing({ tint: "#b4532a" }), WORDS)).toEqual({
      schemaVersion: 1,
      label: "now playing",
      message: "Notturno – Clara Schumann",
      color: "#b4532a",
      namedLogo: "spotify",
      logoColor: "white",
      cacheSeconds: 300,
    });
  });

  it("says each state in words, with colour for what is on only", () => {
    const tint = "#b4532a";
    const paused = describeBadge({ ...song, tint, state: "paused", positionMs: 1 }, WORDS);
    expect(paused).toMatchObject({ label: "paused", color: tint });
    const recent = describeBadge({ ...song, tint, state: "recent", playedAt: 1 }, WORDS);
    expect(recent).toMatchObject({ label: "last played", color: "#1c1a17" });
    const idle = describeBadge({ v: 1, state: "idle" }, WORDS);
    expect(idle).toMatchObject({ label: "music", message: "nothing playing", color: "#1c1a17" });
  });

  it("tells visitors of no error", () => {
    const published = { v: 1, state: "unavailable", reason: "reauthorize" } as const;
    const badge = describeBadge(published, WORDS);
    expect(badge).toMatchObject({ label: "music", message: "nothing to tell" });
    expect(JSON.stringify(badge)).not.toMatch(/error|reauthorize|unavailable/i);
  });

  it("names the show of an episode, and nobody where nobody is named", () => {
    const { artists: _, ...episode } = song;
    expect(messageOf({ ...episode, state: "paused", positionMs: 0, show: "Groove" })).toBe(
      "Notturno – Groove",
    );
    expect(messageOf(playing({ artists: [] }))).toBe("Notturno");
  });

  it("leaves room for the artist beside the longest title, and for both where one is short", () => {
    const endless = "Wohltemperiert ".repeat(20);
    expect(messageOf(playing({ title: endless }))).toBe(
      "Wohltemperiert Wohltemperiert Wohltemperie… – Clara Schumann",
    );
    const both = messageOf(playing({ title: endless, artists: Array(12).fill("Performer") }));
    expect(both).toBe("Wohltemperiert Wohltemperiert Wohlt… – Performer, Performer…");
    expect(lengthOf(both)).toBe(60);
    const credited = messageOf(playing({ title: "Air", artists: Array(12).fill("Performer") }));
    expect(credited).toBe("Air – Performer, Performer, Performer, Performer, Performer…");
  });

  it("cuts between whole characters", () => {
    const family = "👨‍👩‍👧‍👦";
    const message = messageOf(playing({ title: family.repeat(100), artists: [] }));
    expect(message).toMatch(new RegExp(`^(?:${family})+…$`, "u"));
  });

  it.each(["\u200b\u200d", "\u3164", "\u2800", "\u0301\u0302", "\u00ad ", "\u{e0001}"])(
    "shows something for a title that nobody can see: %j",
    (title) => {
      expect(messageOf(playing({ title }))).toBe("untitled – Clara Schumann");
      expect(messageOf(playing({ title, artists: [title] }))).toBe("untitled");
    },
  );

  it("is a badge that shields.io draws, whatever the music is called", () => {
    const character = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
      fc.constantFrom(" ", "\u0301", "\u200d", "\u202e", "\n", "\u0000", "👨‍👩‍👧‍👦", "夜", "…", "<", '"'),
    );
    const text = fc.oneof(
      fc.array(character, { maxLength: 80 }).map((characters) => characters.join("")),
      fc.tuple(character, fc.nat(500)).map(([one, times]) => one.repeat(times)),
    );
    const artists = fc.array(text, { maxLength: 5 });
    fc.assert(
      fc.property(text, artists, fc.boolean(), (title, artists, isShow) => {
        const credit = isShow ? { show: artists.join() } : { artists };
        const badge = describeBadge(
          { v: 1, kind: "track", state: "paused", title, positionMs: 0, ...credit },
          WORDS,
        );
        expect(isBadge(badge)).toBe(true);
        expect(lengthOf(badge.message)).toBeLessThanOrEqual(60);
        expect(badge.message).toBe(badge.message.trim());
        expect(badge.message).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 5_000 },
    );
  });
});
