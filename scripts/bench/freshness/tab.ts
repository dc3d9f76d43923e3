import type { Publication } from "@/lib/now-playing/publisher";
import type { NowPlaying } from "@/lib/now-playing/wire";
import type { Schedule } from "./strategies";

/** A tab that somebody can see. */
export interface Tab {
  /** Takes an answer; answers when (epoch ms) the tab asks next. */
  receive(publication: Publication, now: number): number;
}

/** @param random numbers in [0, 1) */
export function openTab(schedule: Schedule, random: () => number): Tab {
  let shown: NowPlaying | undefined;
  let etag: string | undefined;
  let since = 0;

  return {
    receive(publication, now) {
      // The same body is the same state, and has been since it first came.
      if (publication.etag !== etag) {
        ({ etag, nowPlaying: shown } = publication);
        since = now;
      }
      // A browser's timers count whole milliseconds.
      return now + Math.max(1, Math.round(schedule(shown, since, now, random())));
    },
  };
}
