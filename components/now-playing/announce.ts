import { creditOf } from "@/lib/now-playing/phrases";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { fill, nowPlayingStrings } from "@/lib/site/strings";

const words = nowPlayingStrings;

/** What a screen reader is told, once per song: a pause of the same song says nothing new. */
export function announce(published: NowPlaying): string | undefined {
  if (published.state !== "playing" && published.state !== "paused") return undefined;
  const by = creditOf(published);
  const { title } = published;
  return by === undefined
    ? fill(words.announceAlone, { title })
    : fill(words.announce, { title, by });
}
