"use client";

import { CardLink } from "@/components/now-playing/card-link";
import { useNowPlaying } from "@/components/now-playing/use-now-playing";
import { useShown } from "@/components/now-playing/use-shown";
import { phraseState } from "@/lib/now-playing/phrases";
import { hasItem } from "@/lib/now-playing/wire";
import { listeningStrings, nowPlayingStrings } from "@/lib/site/strings";
import { Entry } from "./entry";
import { Sleeve } from "./sleeve";

interface MusicProps {
  /** The plain line that stands here while there is nothing to tell of the music. */
  readonly line: string;
}

/**
 * What the footer says, large and whole. Its room is there before the music is; without JavaScript the
 * card stands in. It announces nothing: the footer does.
 */
export function Music({ line }: MusicProps) {
  const shown = useShown(useNowPlaying());
  const published = shown?.published;
  const item = published && hasItem(published) ? published : undefined;
  return (
    <section className="ls-side" data-state={published?.state ?? "waiting"}>
      <h2 className="ls-label">
        {item && shown ? phraseState(item, shown.now, nowPlayingStrings) : listeningStrings.music}
      </h2>
      <div className="ls-face">
        <Sleeve key={item?.art} art={item?.art} />
        {item && <Entry item={item} />}
        {published?.state === "idle" && <p className="ls-line">{nowPlayingStrings.idle}</p>}
        {published?.state === "unavailable" && <p className="ls-line">{line}</p>}
        <noscript>
          <CardLink />
        </noscript>
      </div>
    </section>
  );
}
