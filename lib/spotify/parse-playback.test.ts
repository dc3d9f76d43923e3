import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHistory, parsePlayback } from "./parse-playback";

const TRACK = {
  type: "track",
  name: "Gymnopédie No. 1",
  uri: "spotify:track:gymnopedie",
  duration_ms: 189_000,
  explicit: false,
  artists: [{ name: "Erik Satie" }, { name: "The Harbour Quartet" }],
  album: {
    name: "Trois Gymnopédies",
    images: [
      { url: "https://i.scdn.co/image/large", width: 640, height: 640 },
      { url: "https://i.scdn.co/image/unmeasured", width: null, height: null },
    ],
  },
  external_urls: { spotify: "https://open.spotify.com/track/gymnopedie" },
};

const EPISODE = {
  type: "episode",
  name: "The Tide Tables",
  uri: "spotify:episode:tides",
  duration_ms: 1_800_000,
  explicit: true,
  images: [{ url: "https://i.scdn.co/image/episode", width: 580, height: 327 }],
  show: { name: "Harbour Radio", images: [{ url: "https://i.scdn.co/image/show", width: 300 }] },
  external_urls: { spotify: "https://open.spotify.com/episode/tides" },
};

const LOCAL = {
  type: "track",
  is_local: true,
  id: null,
  href: null,
  name: "Kitchen Demo",
  uri: "spotify:local:Nobody::Kitchen+Demo:61",
  duration_ms: 61_000,
  artists: [{ name: "Nobody", uri: null }],
  album: { name: "", images: [] },
  external_urls: {},
};

function play(item: unknown, more: Record<string, unknown> = {}) {
  const currently_playing_type = "track";
  return parsePlayback({
    item,
    is_playing: true,
    progress_ms: 1_000,
    currently_playing_type,
    ...more,
  });
}

function itemOf(item: unknown) {
  const playback = play(item);
  return playback.type === "item" ? playback.item : undefined;
}

describe("what is playing", () => {
  it("is a track, with its artists, album, link and covers", () => {
    expect(play(TRACK)).toEqual({
      type: "item",
      isPlaying: true,
      progressMs: 1_000,
      item: {
        key: "spotify:track:gymnopedie",
        kind: "track",
        title: "Gymnopédie No. 1",
        artists: ["Erik Satie", "The Harbour Quartet"],
        album: "Trois Gymnopédies",
        url: "https://open.spotify.com/track/gymnopedie",
        images: [
          { url: "https://i.scdn.co/image/large", width: 640 },
          { url: "https://i.scdn.co/image/unmeasured", width: undefined },
        ],
        explicit: false,
        durationMs: 189_000,
      },
    });
  });

  it("is an episode, named by its show, with a picture of its own", () => {
    expect(play(EPISODE, { currently_playing_type: "episode" })).toMatchObject({
      item: {
        kind: "episode",
        artists: [],
        show: "Harbour Radio",
        explicit: true,
        images: [{ url: "https://i.scdn.co/image/episode", width: 580 }],
      },
    });
  });

  it("takes the show's picture for an episode without one", () => {
    expect(itemOf({ ...EPISODE, images: [] })?.images).toEqual([
      { url: "https://i.scdn.co/image/show", width: 300 },
    ]);
  });

  it("reads a chapter of an audiobook as an episode of its book", () => {
    const { show: _, ...chapter } = EPISODE;
    const book = { ...chapter, name: "Track 1", release_date: "0000" };
    expect(itemOf({ ...book, audiobook: { name: "Walden" } })).toMatchObject({
      kind: "episode",
      title: "Track 1",
      show: "Walden",
    });
    expect(itemOf(book)).toMatchObject({ kind: "episode", show: undefined });
  });

  it("reads a local file, which has neither link nor cover", () => {
    expect(itemOf(LOCAL)).toEqual({
      key: LOCAL.uri,
      kind: "local",
      title: "Kitchen Demo",
      artists: ["Nobody"],
      album: undefined,
      images: [],
      explicit: false,
      durationMs: 61_000,
    });
  });

  it("knows a local file by its URI alone", () => {
    expect(itemOf({ ...LOCAL, is_local: undefined })?.kind).toBe("local");
  });

  it.each([
    ["a track that names a show of null", { ...TRACK, show: null }, "track"],
    ["a track that lies about a show", { ...TRACK, show: EPISODE.show }, "track"],
    ["a kind never heard of, with a show", { ...EPISODE, type: "sermon" }, "episode"],
    ["a kind never heard of, without one", { ...TRACK, type: "sermon" }, "track"],
  ])("reads %s", (_, item, kind) => {
    expect(itemOf(item)?.kind).toBe(kind);
  });

  it("is paused when Spotify does not say that it plays", () => {
    expect(play(TRACK, { is_playing: false })).toMatchObject({ isPlaying: false });
    expect(play(TRACK, { is_playing: "true" })).toMatchObject({ isPlaying: false });
  });

  it.each([null, "5", -1, Number.NaN, {}])("does not believe a progress of %j", (progress_ms) => {
    expect(play(TRACK, { progress_ms })).toMatchObject({ progressMs: undefined });
  });

  it("is nothing when it plays without an item", () => {
    expect(play(null)).toEqual({ type: "nothing" });
    expect(
      parsePlayback({ is_playing: true, currently_playing_type: "episode", item: null }),
    ).toEqual({ type: "nothing" });
  });

  it("is nothing when the player is idle", () => {
    const idle = { timestamp: 0, item: null, currently_playing_type: "unknown", is_playing: false };
    expect(parsePlayback(idle)).toEqual({ type: "nothing" });
  });

  it("is an ad, whatever comes with it", () => {
    expect(play(null, { currently_playing_type: "ad" })).toEqual({ type: "ad" });
    expect(play(TRACK, { currently_playing_type: "ad" })).toEqual({ type: "ad" });
  });

  it("is an item as soon as it has a title", () => {
    expect(itemOf({ name: "Untitled" })).toMatchObject({ kind: "track", title: "Untitled" });
    expect(itemOf({ ...TRACK, name: " " })).toBeUndefined();
  });

  it("tells items without a URI apart by what is known of them", () => {
    const bare = { ...TRACK, uri: null };
    expect(itemOf(bare)?.key).toBe(itemOf({ ...bare })?.key);
    expect(itemOf(bare)?.key).not.toBe(itemOf({ ...bare, duration_ms: 1 })?.key);
    expect(itemOf(bare)?.key).not.toBe(itemOf({ ...bare, artists: [] })?.key);
  });

  it("cuts lists that no cover and no credit line has", () => {
    const many = Array.from({ length: 10_000 }, (_, i) => i);
    const item = itemOf({
      ...TRACK,
      artists: many.map((i) => ({ name: `Voice ${i}` })),
      album: { images: many.map((i) => ({ url: `https://i.scdn.co/image/${i}` })) },
    });
    expect(item?.artists).toHaveLength(50);
    expect(item?.images).toHaveLength(20);
  });

  it("passes nothing on of who listens, where and in what list", () => {
    const playback = play(TRACK, {
      context: { uri: "spotify:user:listener-1:collection" },
      device: { id: "kitchen", name: "Kitchen" },
    });
    expect(JSON.stringify(playback)).not.toMatch(/listener-1|kitchen|context|device/i);
  });
});

describe("links", () => {
  it.each([
    "javascript:alert(1)",
    "http://open.spotify.com/track/1",
    "https://open.spotify.com.evil.example/track/1",
    "https://evil.example/open.spotify.com",
    "https://open.spotify.com:8443/track/1",
    "https://user@open.spotify.com/track/1",
    "https://:secret@open.spotify.com/track/1",
    "//open.spotify.com/track/1",
    "spotify:track:1",
    `https://open.spotify.com/${"a".repeat(500)}`,
    "",
    5,
    null,
  ])("are dropped when they are %j", (spotify) => {
    expect(itemOf({ ...TRACK, external_urls: { spotify } })?.url).toBeUndefined();
  });

  it("lead to https://open.spotify.com or nowhere, whatever Spotify sends", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.webPath()), (tail) => {
        for (const spotify of [tail, `https://open.spotify.com${tail}`]) {
          const url = itemOf({ ...TRACK, external_urls: { spotify } })?.url;
          expect(url === undefined || url.startsWith("https://open.spotify.com/")).toBe(true);
        }
      }),
    );
  });
});

describe("whatever JSON comes", () => {
  const anything = fc.jsonValue({ maxDepth: 6 });
  /** The right keys with wrong values reach further than random JSON does. */
  const nearly = fc.record(
    {
      is_playing: anything,
      progress_ms: anything,
      currently_playing_type: fc.oneof(anything, fc.constantFrom("track", "episode", "ad")),
      item: fc.oneof(
        anything,
        fc.record(
          {
            type: fc.oneof(anything, fc.constantFrom("track", "episode")),
            name: fc.oneof(anything, fc.string()),
            uri: anything,
            duration_ms: fc.oneof(anything, fc.double()),
            explicit: anything,
            artists: fc.oneof(
              anything,
              fc.array(fc.oneof(anything, fc.record({ name: anything }))),
            ),
            album: fc.oneof(anything, fc.record({ name: anything, images: fc.array(anything) })),
            show: fc.oneof(anything, fc.record({ name: anything, images: anything })),
            images: fc.array(fc.oneof(anything, fc.record({ url: anything, width: anything }))),
            external_urls: fc.oneof(anything, fc.record({ spotify: anything })),
            is_local: anything,
          },
          { requiredKeys: [] },
        ),
      ),
    },
    { requiredKeys: [] },
  );

  it("is a playback, and never a throw", () => {
    fc.assert(
      fc.property(fc.oneof(anything, nearly), (body) => {
        const playback = parsePlayback(body);
        expect(["nothing", "ad", "item"]).toContain(playback.type);
        if (playback.type !== "item") return;
        const { item, isPlaying, progressMs } = playback;
        expect(typeof isPlaying).toBe("boolean");
        expect(item.title.trim()).not.toBe("");
        expect(item.artists.every((name) => name.trim() !== "")).toBe(true);
        expect(progressMs === undefined || Number.isSafeInteger(progressMs)).toBe(true);
        expect(item.durationMs === undefined || item.durationMs > 0).toBe(true);
        expect(item.images.every(({ url }) => typeof url === "string")).toBe(true);
        if (item.kind === "local") expect(item).toMatchObject({ images: [] });
      }),
    );
  });

  it("is a history, and never a throw", () => {
    const entries = fc.array(fc.record({ track: anything, played_at: anything }));
    fc.assert(
      fc.property(fc.oneof(anything, fc.record({ items: entries })), (body) => {
        expect(Array.isArray(parseHistory(body))).toBe(true);
      }),
    );
  });

  it("may be nested deeper than any stack", () => {
    let deep: unknown = "bottom";
    for (let depth = 0; depth < 200_000; depth++) deep = [deep];
    expect(play(deep)).toEqual({ type: "nothing" });
    expect(play({ ...TRACK, artists: deep, album: deep })).toMatchObject({ item: { artists: [] } });
  });
});

describe("recently played", () => {
  it("is told newest first, without what cannot be read", () => {
    const history = parseHistory({
      items: [
        { track: TRACK, played_at: "2026-11-20T10:00:00.000Z" },
        { track: null, played_at: "2026-11-20T10:30:00.000Z" },
        { track: TRACK, played_at: "yesterday" },
        { track: LOCAL, played_at: "2026-11-20T11:00:00.000Z" },
      ],
    });
    expect(history.map(({ item, playedAt }) => [item.title, playedAt])).toEqual([
      ["Kitchen Demo", Date.UTC(2026, 10, 20, 11)],
      ["Gymnopédie No. 1", Date.UTC(2026, 10, 20, 10)],
    ]);
  });
});
