import type { PublishingPolicy } from "@/lib/now-playing/policy";

/**
 * What of your music is told. All of it, at once, until you say otherwise. What you hide looks like
 * silence: the last song before it, or nothing.
 */
export const publishing: PublishingPolicy = {
  /** true: nothing that Spotify marks as explicit. */
  hideExplicit: false,
  /** true: no podcasts and no audiobooks. */
  hidePodcasts: false,
  /** Artists and shows by name, in any spelling of capitals: ["The Paper Sleeves"]. */
  hideArtists: [],
  /**
   * Hours in which nothing is told, nor asked of Spotify. One or several:
   * [{ from: "22:00", to: "07:00", timeZone: "Europe/Stockholm" }].
   */
  quietHours: [],
  /** Everything is told this many seconds late, up to 3600: nobody knows that you are listening now. */
  delaySeconds: 0,
};
