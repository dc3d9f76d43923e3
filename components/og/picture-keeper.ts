import { hasItem } from "@/lib/now-playing/wire";
import { chooseWords } from "./choose-words";
import { drawPicture } from "./draw-picture";
import type { Picture } from "./draw-picture";

interface Drawing {
  readonly shown: string;
  readonly cover: Picture["cover"];
  readonly png: Promise<ArrayBuffer>;
}

/**
 * Makes what draws a picture once for all who ask for it, and keeps the last one. What is asked for decides,
 * so music that is hidden by now is not shown; and a cover that was found anew is another object, so that no
 * picture outlasts the cover in it.
 */
export function createPictureKeeper(
  draw: (picture: Picture) => Promise<ArrayBuffer> = drawPicture,
) {
  let last: Drawing | undefined;

  function drawAndKeep(picture: Picture, shown: string): Drawing {
    const drawing = { shown, cover: picture.cover, png: draw(picture) };
    drawing.png.catch(() => {
      if (last === drawing) last = undefined;
    });
    return drawing;
  }

  return (picture: Picture): Promise<ArrayBuffer> => {
    const shown = describe(picture);
    if (last?.shown !== shown || last.cover !== picture.cover) last = drawAndKeep(picture, shown);
    return last.png;
  };
}

/** All that a picture shows beside the cover: of the same song, it is the same however far that is. */
function describe({ nowPlaying, name, role, label }: Picture): string {
  return JSON.stringify([hasItem(nowPlaying), chooseWords(nowPlaying), name, role, label]);
}
