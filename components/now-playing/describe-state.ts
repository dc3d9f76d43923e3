import { readElapsed } from "@/lib/now-playing/appearance";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { fill, strings } from "@/lib/site/strings";
import type { Shown } from "./use-shown";

const words = strings.nowPlaying;

/** "Now playing", "Last played, 3 h ago". */
export function describeState({ published, now }: Shown): string {
  switch (published.state) {
    case "playing":
      return words.playing;
    case "paused":
      return words.paused;
    case "recent": {
      const elapsed = readElapsed(published.playedAt, now);
      if (elapsed === undefined) return words.justNow;
      const phrase = elapsed.unit === "hour" ? words.hoursAgo : words.minutesAgo;
      return fill(words.recentAgo, { elapsed: fill(phrase, { n: String(elapsed.value) }) });
    }
    default:
      return words.idle;
  }
}

/** Who made it: the artists of a song, the show of an episode. */
export function describeMaker(item: {
  readonly artists?: readonly string[];
  readonly show?: string;
}): string | undefined {
  return item.show ?? (item.artists?.length ? item.artists.join(", ") : undefined);
}

/** What a screen reader is told, once per song: a pause of the same song says nothing new. */
export function announce(published: NowPlaying): string | undefined {
  if (published.state !== "playing" && published.state !== "paused") return undefined;
  const by = describeMaker(published);
  const { title } = published;
  return by === undefined
    ? fill(words.announceAlone, { title })
    : fill(words.announce, { title, by });
}
