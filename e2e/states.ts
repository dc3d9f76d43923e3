import type { NowPlaying } from "@/lib/now-playing/wire";

/** Every face that the footer has, by a name of its own. `origin` is where covers come from. */
export function describeStates(
  covers: { readonly art: string; readonly artSmall: string },
  now: number,
): Record<string, NowPlaying> {
  const item = {
    kind: "track",
    title: "Gymnopédie No. 1",
    artists: ["Erik Satie", "Odile Marchand"],
    album: "Trois Gymnopédies",
    url: "https://open.spotify.com/track/0000000000000000000000",
    ...covers,
    tint: "#b4532a",
    durationMs: 187_000,
  } as const;
  const playing = { v: 1, state: "playing", startedAt: now - 71_000 } as const;
  const { art: _art, artSmall: _artSmall, tint: _tint, ...bare } = item;
  const { url: _url, ...unlinked } = bare;
  const long =
    "The Whole of the Night and Most of the Morning After, Being a Suite in Eleven Movements ";
  return {
    playing: { ...playing, ...item },
    paused: { v: 1, state: "paused", ...item, positionMs: 71_000 },
    recent: { v: 1, state: "recent", ...item, playedAt: now - 3.2 * 3_600_000 },
    "just-now": { v: 1, state: "recent", ...item, playedAt: now - 20_000 },
    idle: { v: 1, state: "idle" },
    unavailable: { v: 1, state: "unavailable", reason: "reauthorize" },
    stale: { ...playing, ...item, stale: true, asOf: now - 60_000 },
    podcast: {
      ...playing,
      kind: "episode",
      title: "The Man Who Filed the Silence Between Two Notes",
      show: "Groove and Margin",
      url: "https://open.spotify.com/episode/0000000000000000000000",
      ...covers,
      durationMs: 3_725_000,
    },
    local: { ...playing, ...unlinked, kind: "local", title: "Rehearsal, kitchen, take 3" },
    explicit: { ...playing, ...item, explicit: true, title: "Saturday, Louder" },
    long: {
      ...playing,
      ...item,
      title: long.repeat(4).slice(0, 300),
      artists: Array.from({ length: 12 }, (_, i) => `Performer ${i + 1} of the Wide Orchestra`),
    },
    rtl: { ...playing, ...item, title: "أغنية المساء الطويلة", artists: ["منيرة المهدية"] },
    "no-art": { ...playing, ...bare },
    "no-length": { ...playing, kind: "track", title: "Radio Nowhere", artists: ["Unknown"] },
  };
}
