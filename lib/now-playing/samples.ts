import type { NowPlaying } from "./wire";

/** The states that a face can be asked to show a sample of: all of the contract's. */
export const STATES = ["playing", "paused", "recent", "idle", "unavailable"] as const;

export type State = (typeof STATES)[number];

/** A sample stands at this place, in ms. */
const POSITION_MS = 71_000;

/** A last played sample was played three hours ago, in ms. */
const RECENT_AGO_MS = 3.2 * 3_600_000;

/**
 * Invented music in one state, for previews: the same in every face.
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
    durationMs: 187_000,
  } as const;
  switch (state) {
    case "playing":
      return { v: 1, state, ...item, startedAt: now - POSITION_MS };
    case "paused":
      return { v: 1, state, ...item, positionMs: POSITION_MS };
    case "recent":
      return { v: 1, state, ...item, playedAt: now - RECENT_AGO_MS };
    case "idle":
      return { v: 1, state };
    case "unavailable":
      return { v: 1, state, reason: "unreachable" };
  }
}
