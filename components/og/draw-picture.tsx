import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { chooseWords } from "./choose-words";
import { MusicPicture } from "./music-picture";
import type { PictureCover } from "./music-picture";
import { PlainPicture } from "./plain-picture";
import { print } from "./print";

export interface Picture {
  readonly nowPlaying: NowPlaying;
  readonly cover?: PictureCover | undefined;
  /** The site's. */
  readonly name: string;
  readonly role: string;
  readonly label: string;
}

/**
 * The Open Graph picture of the page about the music, as a PNG. It asks nothing of any network; a cover
 * that cannot be drawn is left out, and where there is no music, the site's own words stand.
 */
export async function drawPicture({ nowPlaying, cover, name, role, label }: Picture) {
  const plain = <PlainPicture name={name} role={role} />;
  if (!hasItem(nowPlaying)) return print(plain);
  const music = { name, label, words: chooseWords(nowPlaying) };
  return print(<MusicPicture {...music} cover={cover} />)
    .catch(() => print(<MusicPicture {...music} />))
    .catch(() => print(plain));
}
