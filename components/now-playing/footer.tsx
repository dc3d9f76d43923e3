import { strings } from "@/lib/site/strings";
import { NowPlayingBar } from "./bar";
import { EarlyRequest } from "./early-request";
import "./now-playing.css";

interface NowPlayingFooterProps {
  /** The plain line that stands here while there is nothing to tell of the music. */
  readonly line: string;
}

/**
 * The foot of every page: what its author is listening to. The HTML is static and its room is there
 * before the music is; without JavaScript the card stands in.
 */
export function NowPlayingFooter({ line }: NowPlayingFooterProps) {
  return (
    <footer className="np-footer">
      <EarlyRequest />
      <NowPlayingBar line={line} />
      <noscript>
        <a className="np-noscript" href="/go">
          {/* A picture that changes with the music is nothing for the image optimiser. */}
          {/* oxlint-disable-next-line nextjs/no-img-element */}
          <img src="/now-playing.svg" alt={strings.nowPlaying.cardAlt} width="400" height="80" />
        </a>
      </noscript>
    </footer>
  );
}
