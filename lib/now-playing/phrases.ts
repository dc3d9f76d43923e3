import { readElapsed } from "./appearance";
import type { NowPlaying, PausedNow, PlayingNow, RecentlyPlayed } from "./wire";

const HOUR_MS = 3_600_000;

/** The words in which a face says what is going on. `{places}` are filled in. */
export interface StateWords {
  readonly playing: string;
  readonly paused: string;
  readonly justNow: string;
  /** `{elapsed}` is one of the two phrases below it. */
  readonly recentAgo: string;
  /** `{n}` is a number. */
  readonly minutesAgo: string;
  readonly hoursAgo: string;
  readonly idle: string;
}

/**
 * "Now playing", "Last played, 3 h ago": what stands above the title, or alone where there is none.
 *
 * @param now epoch ms by the server's clock
 */
export function phraseState(published: NowPlaying, now: number, words: StateWords): string {
  switch (published.state) {
    case "playing":
      return words.playing;
    case "paused":
      return words.paused;
    case "recent": {
      const elapsed = readElapsed(published.playedAt, now);
      if (elapsed === undefined) return words.justNow;
      const phrase = elapsed.unit === "hour" ? words.hoursAgo : words.minutesAgo;
      return words.recentAgo.replace("{elapsed}", phrase.replace("{n}", `${elapsed.value}`));
    }
    default:
      return words.idle;
  }
}

/** Who made it: the artists of a song, the show of an episode; undefined where nobody is named. */
export function creditOf(item: {
  readonly artists?: readonly string[];
  readonly show?: string;
}): string | undefined {
  return item.show ?? (item.artists?.join(", ") || undefined);
}

/** The words of a face that other pages show. */
export interface FaceWords {
  readonly playing: string;
  readonly paused: string;
  /** Of what was played within the last hour. */
  readonly recent: string;
  /** Of what was played before that; `{n}` is a number of hours. */
  readonly hoursAgo: string;
  readonly idle: string;
  readonly explicitMark: string;
}

/** What stands above the title in such a face, in whole hours: pages that are left open need not tick. */
export function phraseBriefly(
  item: PlayingNow | PausedNow | RecentlyPlayed,
  now: number,
  words: FaceWords,
): string {
  if (item.state !== "recent") return words[item.state];
  const hours = Math.floor((now - item.playedAt) / HOUR_MS);
  return hours > 0 ? words.hoursAgo.replace("{n}", `${hours}`) : words.recent;
}
