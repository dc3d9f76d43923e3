"use client";

import { SpotifyMark } from "@/components/now-playing/spotify-mark";
import { useNowPlaying } from "@/components/now-playing/use-now-playing";
import { useShown } from "@/components/now-playing/use-shown";
import { Side } from "@/components/site/side";
import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { listeningStrings, nowPlayingStrings } from "@/lib/site/strings";
import { PlayRow } from "./play-row";
import { useMinutes } from "./use-minutes";
import { usePlays } from "./use-plays";

/**
 * What was played lately, as a list of tracks. It is not there while there is nothing to tell, so it stands
 * where nothing follows that it could move.
 */
export function JustPlayed() {
  const shown = useShown(useNowPlaying());
  const plays = usePlays(shown && nameOf(shown.published));
  const now = useMinutes() + (plays?.clockOffset ?? 0);
  if (!plays || plays.items.length === 0) return null;
  return (
    <Side label={listeningStrings.justPlayed}>
      <ol className="ls-plays">
        {plays.items.map((play) => (
          <li key={play.playedAt}>
            <PlayRow play={play} now={now} />
          </li>
        ))}
      </ol>
      <p className="ls-source">
        <SpotifyMark />
        {nowPlayingStrings.fromSpotify}
      </p>
    </Side>
  );
}

/** Tells one item from the next, and an item from its end; a pause ends nothing. */
function nameOf(published: NowPlaying): string {
  if (!hasItem(published)) return published.state;
  const { state, title, url = "" } = published;
  return [state === "recent" ? "over" : "on", url, title].join("\n");
}
