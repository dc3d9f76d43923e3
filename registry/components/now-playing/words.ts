import type { StateWords } from "@/lib/now-playing/phrases";

/** All that the component says by itself. */
export interface NowPlayingWords extends StateWords {
  /** Names the region for screen readers. */
  readonly region: string;
  /** Stands alone while nothing can be told; visitors read no error. */
  readonly unavailable: string;
  readonly explicit: string;
  readonly explicitMark: string;
  /** Follows what is linked, for screen readers only. */
  readonly listen: string;
  /** The same where there is no page to link to. */
  readonly fromSpotify: string;
}

export const defaultWords: NowPlayingWords = {
  region: "Now playing",
  playing: "Now playing",
  paused: "Paused",
  justNow: "Last played just now",
  recentAgo: "Last played, {elapsed}",
  minutesAgo: "{n} min ago",
  hoursAgo: "{n} h ago",
  idle: "Nothing playing",
  unavailable: "Nothing to show just now",
  explicit: "Explicit",
  explicitMark: "E",
  listen: "Listen on Spotify",
  fromSpotify: "From Spotify",
};
