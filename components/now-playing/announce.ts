import { creditOf } from "@/lib/now-playing/phrases";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { fill } from "@/lib/site/fill";
import type { NowPlayingWords } from "./words";

/** What a screen reader is told, once per song: a pause of the same song says nothing new. */
export function announce(published: NowPlaying, words: NowPlayingWords): string | undefined {
  if (published.state !== "playing" && published.state !== "paused") return undefined;
  const by = creditOf(published);
  const { title } = published;
  return by === undefined
    ? fill(words.announceAlone, { title })
    : fill(words.announce, { title, by });
}
