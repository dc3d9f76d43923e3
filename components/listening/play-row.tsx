import { Cover } from "@/components/now-playing/cover";
import { readElapsed } from "@/lib/now-playing/appearance";
import { creditOf } from "@/lib/now-playing/phrases";
import type { Play } from "@/lib/now-playing/wire";
import { fill } from "@/lib/site/fill";
import { listeningStrings, nowPlayingStrings } from "@/lib/site/strings";

const words = nowPlayingStrings;

interface PlayRowProps {
  readonly play: Play;
  /** Epoch ms by the server's clock. */
  readonly now: number;
}

/** One play, all of it a link to its item where that has a page. Its words are set in full, as delivered. */
export function PlayRow({ play, now }: PlayRowProps) {
  const { title, url, art, artSmall, explicit, playedAt } = play;
  const content = (
    <>
      {art && artSmall && <Cover key={art} art={art} artSmall={artSmall} />}
      <span className="ls-play-words">
        <span className="ls-play-title" dir="auto">
          {title}
        </span>
        <span className="ls-play-credit">
          {explicit && (
            <abbr className="ls-explicit" title={words.explicit}>
              {words.explicitMark}
            </abbr>
          )}
          <bdi>{creditOf(play)}</bdi>
        </span>
      </span>
      <time className="ls-play-time" dateTime={new Date(playedAt).toISOString()}>
        {phraseElapsed(playedAt, now)}
      </time>
    </>
  );
  return url ? (
    <a className="ls-play" href={url}>
      {content}
    </a>
  ) : (
    <div className="ls-play">{content}</div>
  );
}

function phraseElapsed(playedAt: number, now: number): string {
  const elapsed = readElapsed(playedAt, now);
  if (elapsed === undefined) return listeningStrings.justNow;
  const phrase = elapsed.unit === "hour" ? words.hoursAgo : words.minutesAgo;
  return fill(phrase, { n: `${elapsed.value}` });
}
