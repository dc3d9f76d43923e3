"use client";

import type { ReactNode } from "react";
import { phraseState } from "@/lib/now-playing/phrases";
import { hasItem } from "@/lib/now-playing/wire";
import { announce } from "./announce";
import { Item } from "./item";
import { ProgressLine } from "./progress-line";
import { useNowPlaying } from "./use-now-playing";
import { useShown } from "./use-shown";
import { useTint } from "./use-tint";
import type { NowPlayingWords } from "./words";

interface NowPlayingBarProps {
  readonly line: string;
  readonly words: NowPlayingWords;
  readonly mark: ReactNode;
}

/** The bar in every state. It renders when what it shows changes, and never in between. */
export function NowPlayingBar({ line, words, mark }: NowPlayingBarProps) {
  const shown = useShown(useNowPlaying());
  const published = shown?.published;
  useTint(published);
  return (
    <section
      className="np-bar"
      aria-label={words.region}
      data-state={published?.state ?? "waiting"}
    >
      {shown && <ProgressLine {...shown} />}
      {shown && hasItem(shown.published) && (
        <Item
          item={shown.published}
          label={phraseState(shown.published, shown.now, words)}
          words={words}
          mark={mark}
        />
      )}
      {published?.state === "idle" && <p className="np-line">{words.idle}</p>}
      {published?.state === "unavailable" && <p className="np-line">{line}</p>}
      <output className="np-unseen">{published && announce(published, words)}</output>
    </section>
  );
}
