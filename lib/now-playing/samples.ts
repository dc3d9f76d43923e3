import type { NowPlaying } from "./wire";

/** The states that a face can be asked to show a sample of: all of the contract's. */
export const STATES = ["playing", "paused", "recent", "idle", "unavailable"] as const;

export type State = (typeof STATES)[number];

const HOUR_MS = 3_600_000;
const DURATION_MS = 187_000;

/** Where the paused sample stands, in ms. */
const PAUSED_AT_MS = 71_000;

/**
 * Invented music in one state, for previews: the same in every face. The sample song plays in a loop that
 * follows the clock, so it is one song wherever and whenever it is asked for.
 *
 * @param art URL of the sample's cover
 * @param now epoch ms
 */
export function describeSample(state: State, art: string, now: number): NowPlaying {
  const item = {
    kind: "track",
    title: "Gymnopédie No. 1",
    artists: ["Erik Satie"],
    album: "Trois Gymnopédies",
    url: "https://open.spotify.com/",
    art,
    artSmall: art,
    tint: "#b4532a",
    durationMs: DURATION_MS,
  } as const;
  switch (state) {
    case "playing":
      return { v: 1, state, ...item, startedAt: now - (now % DURATION_MS) };
    case "paused":
      return { v: 1, state, ...item, positionMs: PAUSED_AT_MS };
    case "recent":
      return { v: 1, state, ...item, playedAt: now - (now % HOUR_MS) - 3 * HOUR_MS };
    case "idle":
      return { v: 1, state };
    case "unavailable":
      return { v: 1, state, reason: "unreachable" };
  }
}
