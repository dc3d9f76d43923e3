import { creditOf } from "@/lib/now-playing/phrases";
import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { cutWords } from "./cut-words";
import { makeSettable } from "./fonts";

/** In UTF-16 units, and more than the lines of a picture hold: to lay out the rest would take seconds. */
const MOST = { title: 300, credit: 200 };

/** What a picture says of the music, in characters that its fonts have. */
export interface MusicWords {
  readonly title: string;
  readonly credit?: string | undefined;
}

/** Title and credit, both or neither: a song without its maker would be half a truth. */
export function chooseWords(published: NowPlaying): MusicWords | undefined {
  if (!hasItem(published)) return undefined;
  const title = makeSettable(cutWords(published.title, MOST.title));
  const maker = creditOf(published);
  const credit = maker && makeSettable(cutWords(maker, MOST.credit));
  return title === undefined || (maker && credit === undefined) ? undefined : { title, credit };
}
