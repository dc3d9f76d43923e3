import { HOUR, MINUTE } from "@/lib/now-playing/testing/made";

/** A time of day at which music is put on. */
interface Session {
  /** Hours after midnight, and how many hours of music; both vary from day to day. */
  readonly startsAt: number;
  readonly hours: number;
  /** On how many days there is one, 0 to 1. */
  readonly chance: number;
}

/** How somebody listens. Shares and chances are 0 to 1, times in ms. */
export interface Habits {
  readonly sessions: readonly Session[];
  /** A session begins up to this much earlier or later, and lasts this share longer or shorter. */
  readonly startsWithinMs: number;
  readonly lengthVariesBy: number;
  /** Lengths of songs are log-normal: the median, and the spread of the logarithm. */
  readonly songMs: number;
  readonly songSpread: number;
  /** Songs that are much longer than others, and how long they are. */
  readonly longShare: number;
  readonly longMs: readonly [number, number];
  /** Sessions that begin with an episode of a podcast, and how long it is. */
  readonly episodeChance: number;
  readonly episodeMs: readonly [number, number];
  /** The chance that a song is skipped: after one that was heard to its end, and after a skip. */
  readonly skipChance: number;
  readonly skipAgainChance: number;
  /** When a skip comes: early, or at any moment of the song. */
  readonly skipsComeEarly: boolean;
  /** Songs that are paused, the median of a pause, and the spread of its logarithm. */
  readonly pauseChance: number;
  readonly pauseMs: number;
  readonly pauseSpread: number;
  /** Sessions that end in the middle of a song; the player then stands paused for this long. */
  readonly stopChance: number;
  readonly standsPausedMs: number;
}

/** Somebody who hears music for some eight hours a day, and skips a song in four or five. */
export const USUAL: Habits = {
  sessions: [
    { startsAt: 7.5, hours: 0.8, chance: 0.85 },
    { startsAt: 9.5, hours: 2.4, chance: 0.9 },
    { startsAt: 13.5, hours: 3, chance: 0.95 },
    { startsAt: 19, hours: 2.75, chance: 0.9 },
  ],
  startsWithinMs: 45 * MINUTE,
  lengthVariesBy: 0.5,
  songMs: 3.5 * MINUTE,
  songSpread: 0.3,
  longShare: 0.03,
  longMs: [8 * MINUTE, 20 * MINUTE],
  episodeChance: 0.08,
  episodeMs: [20 * MINUTE, 1 * HOUR],
  skipChance: 0.15,
  skipAgainChance: 0.5,
  skipsComeEarly: true,
  pauseChance: 0.04,
  pauseMs: 3 * MINUTE,
  pauseSpread: 1,
  stopChance: 0.6,
  standsPausedMs: 10 * MINUTE,
};

/**
 * Songs skipped before so many seconds, of all that were begun: Paul Lamere counted Spotify's plays in
 * 2014 (https://musicmachinery.com/2014/05/02/the-skip/). The last is every skip there was.
 */
export const SKIPPED_BEFORE = [
  { seconds: 5, share: 0.2414 },
  { seconds: 10, share: 0.2897 },
  { seconds: 30, share: 0.3505 },
  { seconds: Infinity, share: 0.486 },
] as const;
