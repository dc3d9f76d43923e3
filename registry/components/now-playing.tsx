"use client";

import { preload } from "react-dom";
import { creditOf, phraseState } from "@/lib/now-playing/phrases";
import { hasItem } from "@/lib/now-playing/wire";
import { NOW_PLAYING_URL, useNowPlaying } from "@/registry/hooks/use-now-playing";
import { cn } from "@/registry/stand-in/utils";
import { Item } from "./now-playing/item";
import { Progress } from "./now-playing/progress";
import { defaultWords } from "./now-playing/words";
import type { NowPlayingWords } from "./now-playing/words";

export interface NowPlayingProps {
  /** Where the state is served; `/api/now-playing` unless said otherwise, as an app with a `basePath` must. */
  readonly src?: string;
  readonly className?: string;
  /** Replaces some of the English words, or all. */
  readonly words?: Partial<NowPlayingWords>;
}

/**
 * What you are listening to, 80 px high in every state. It renders when what it shows changes, and
 * never in between.
 */
export function NowPlaying({ src = NOW_PLAYING_URL, className, words: given }: NowPlayingProps) {
  // The browser asks while it still reads the page.
  preload(src, { as: "fetch", crossOrigin: "anonymous" });
  const shown = useNowPlaying(src);
  const words = { ...defaultWords, ...given };
  const published = shown?.published;
  const item = published && hasItem(published) ? published : undefined;
  const isOn = published?.state === "playing" || published?.state === "paused";
  return (
    <section
      data-slot="now-playing"
      data-state={published?.state ?? "waiting"}
      aria-label={words.region}
      className={cn(
        "bg-card text-card-foreground relative h-20 w-full overflow-hidden rounded-lg border text-sm",
        className,
      )}
    >
      {item && shown && (
        <Item item={item} label={phraseState(item, shown.now, words)} words={words} />
      )}
      {published && !item && (
        <p className="text-muted-foreground flex h-full items-center px-3">
          {published.state === "idle" ? words.idle : words.unavailable}
        </p>
      )}
      {shown && <Progress {...shown} />}
      {/* Once per song: a pause of the same song says nothing new. */}
      <output className="sr-only">
        {isOn && item && [item.title, creditOf(item)].filter(Boolean).join(", ")}
      </output>
    </section>
  );
}
