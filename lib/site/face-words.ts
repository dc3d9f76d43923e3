import { fill } from "./fill";
import { nowPlayingStrings as words } from "./strings";

/** The words that faces on other pages are made with. */
export const faceWords = {
  playing: words.playing,
  paused: words.paused,
  recent: words.recently,
  hoursAgo: fill(words.recentAgo, { elapsed: words.hoursAgo }),
  idle: words.idle,
  explicitMark: words.explicitMark,
};
