import type { nowPlayingStrings } from "@/lib/site/strings";

/** The words of the footer. They come with the page: a script that holds them would be loaded before they are read. */
export type NowPlayingWords = Pick<
  typeof nowPlayingStrings,
  | "announce"
  | "announceAlone"
  | "explicit"
  | "explicitMark"
  | "fromSpotify"
  | "hoursAgo"
  | "idle"
  | "justNow"
  | "listen"
  | "minutesAgo"
  | "paused"
  | "playing"
  | "recentAgo"
  | "region"
>;
