import { SpotifyMark } from "@/components/now-playing/spotify-mark";
import { formatRunningTime } from "@/lib/now-playing/appearance";
import { creditOf } from "@/lib/now-playing/phrases";
import type { PublishedItem } from "@/lib/now-playing/wire";
import { listeningStrings, nowPlayingStrings } from "@/lib/site/strings";
import { amountOf } from "./amount-of";

const words = nowPlayingStrings;

/** One song, episode or file, with all of its words: this is the page where none of them is cut. */
export function Entry({ item }: { readonly item: PublishedItem }) {
  const { title, album, url, explicit, durationMs } = item;
  const credit = creditOf(item) ?? "";
  return (
    <div className="ls-record">
      <p className="ls-title" dir="auto" data-amount={amountOf(title, [28, 70, 160])}>
        {title}
      </p>
      <p className="ls-credit" data-amount={amountOf(credit, [60, 120, 200])}>
        {explicit && (
          <abbr className="ls-explicit" title={words.explicit}>
            {words.explicitMark}
          </abbr>
        )}
        <bdi>{credit}</bdi>
      </p>
      <dl className="ls-facts">
        {album && (
          <div>
            <dt>{listeningStrings.album}</dt>
            <dd className="ls-album">
              <bdi>{album}</bdi>
            </dd>
          </div>
        )}
        {durationMs !== undefined && (
          <div>
            <dt>{listeningStrings.length}</dt>
            <dd className="tabular-nums">{formatRunningTime(durationMs)}</dd>
          </div>
        )}
      </dl>
      {url ? (
        <a className="ls-source" href={url}>
          <SpotifyMark />
          <span className="link">{words.listen}</span>
        </a>
      ) : (
        <p className="ls-source">
          <SpotifyMark />
          {words.fromSpotify}
        </p>
      )}
    </div>
  );
}
