import { nowPlayingStrings } from "@/lib/site/strings";
import { NowPlayingBar } from "./bar";
import { CardLink } from "./card-link";
import { EarlyRequest } from "./early-request";
import { SpotifyMark } from "./spotify-mark";

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
      <NowPlayingBar line={line} words={nowPlayingStrings} mark={<SpotifyMark />} />
      <noscript>
        <CardLink className="np-noscript" />
      </noscript>
    </footer>
  );
}
