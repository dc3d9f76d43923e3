import { creditOf } from "@/lib/now-playing/phrases";
import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { makeSettable } from "./fonts";

/** What a picture says of the music, in characters that its fonts have. */
export interface MusicWords {
  readonly title: string;
  readonly credit?: string | undefined;
}

/** Title and credit, both or neither: a song without its maker would be half a truth. */
export function chooseWords(published: NowPlaying): MusicWords | undefined {
  if (!hasItem(published)) return undefined;
  const title = makeSettable(published.title);
  const maker = creditOf(published);
  const credit = maker && makeSettable(maker);
  return title === undefined || (maker && credit === undefined) ? undefined : { title, credit };
}
