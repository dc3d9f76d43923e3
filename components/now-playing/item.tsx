import type { ReactNode } from "react";
import { formatRunningTime } from "@/lib/now-playing/appearance";
import { creditOf } from "@/lib/now-playing/phrases";
import type { PublishedItem } from "@/lib/now-playing/wire";
import { Cover } from "./cover";
import type { NowPlayingWords } from "./words";

interface ItemProps {
  readonly item: PublishedItem;
  readonly label: string;
  readonly words: NowPlayingWords;
  /** Spotify's, which always stands with its words. */
  readonly mark: ReactNode;
}

/**
 * One song, episode or file, credited as Spotify asks: its words as delivered, its mark, and a link to
 * it wherever it has a page (https://developer.spotify.com/documentation/design).
 */
export function Item({ item, label, words, mark }: ItemProps) {
  const { title, album, url, art, artSmall, explicit, durationMs } = item;
  const maker = creditOf(item);
  const content = (
    <>
      <span className="np-label">{label}</span>
      {art && artSmall && <Cover key={art} art={art} artSmall={artSmall} />}
      <span className="np-words">
        <span className="np-title" dir="auto" title={title}>
          {title}
        </span>
        <span className="np-maker" dir="auto" title={maker}>
          {explicit && (
            <abbr className="np-explicit" title={words.explicit}>
              {words.explicitMark}
            </abbr>
          )}
          {maker}
        </span>
      </span>
      {album && (
        <span className="np-album" dir="auto" title={album}>
          {album}
        </span>
      )}
      {durationMs !== undefined && (
        <span className="np-length">{formatRunningTime(durationMs)}</span>
      )}
      {mark}
      <span className="np-unseen">{url ? words.listen : words.fromSpotify}</span>
    </>
  );
  return url ? (
    <a className="np-item" href={url}>
      {content}
    </a>
  ) : (
    <div className="np-item">{content}</div>
  );
}
