import { creditOf } from "@/lib/now-playing/phrases";
import type { PublishedItem } from "@/lib/now-playing/wire";
import { Cover } from "./cover";
import { SpotifyMark } from "./spotify-mark";
import type { NowPlayingWords } from "./words";

interface ItemProps {
  readonly item: PublishedItem;
  /** What goes on with it, such as "Last played, 3 h ago". */
  readonly label: string;
  readonly words: NowPlayingWords;
}

/**
 * One song, episode or file, credited as Spotify asks: its words as delivered, its mark, and a link to
 * it wherever it has a page.
 */
export function Item({ item, label, words }: ItemProps) {
  const { title, url, art, artSmall, explicit } = item;
  const credit = creditOf(item);
  const content = (
    <>
      {art && artSmall && <Cover key={art} art={art} artSmall={artSmall} />}
      {/* A line is cut where its own script ends, and begins on the side where the page's lines do. */}
      <span className="grid min-w-0 flex-1 text-left in-[[dir=rtl]]:text-right">
        <span className="text-muted-foreground text-xs">{label}</span>
        <span className="truncate font-semibold group-hover:underline" dir="auto" title={title}>
          {title}
        </span>
        <span className="text-muted-foreground truncate" dir="auto" title={credit}>
          {explicit && (
            <abbr
              className="me-1.5 rounded-[2px] border border-current px-1 align-[0.1em] text-[0.625rem] leading-none font-semibold no-underline"
              title={words.explicit}
            >
              {words.explicitMark}
            </abbr>
          )}
          {credit}
        </span>
      </span>
      <SpotifyMark />
      <span className="sr-only">{url ? words.listen : words.fromSpotify}</span>
    </>
  );
  return url ? (
    <a
      className="group outline-ring flex h-full items-center rounded-[inherit] ps-3 -outline-offset-2 focus-visible:outline-2"
      href={url}
    >
      {content}
    </a>
  ) : (
    <div className="flex h-full items-center ps-3">{content}</div>
  );
}
