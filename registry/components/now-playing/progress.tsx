"use client";

import { useState } from "react";
import type { Shown } from "@/components/now-playing/use-shown";
import { readProgress } from "@/lib/now-playing/appearance";
import type { Progress as Place } from "@/lib/now-playing/appearance";
import { cn } from "@/registry/stand-in/utils";

/** A hairline along the lower edge. It shows a place in the song, and nothing can be done with it. */
export function Progress({ published, now }: Shown) {
  const place = readProgress(published, now);
  if (place === undefined) return null;
  // A new line with every look at the clock: for a new start, and after the page was away, since some
  // clocks stand still while a machine sleeps.
  return <Line key={`${published.state} ${now}`} {...place} />;
}

/** One CSS animation, begun where the song is: no timer, and no render while it moves. */
function Line({ positionMs, durationMs, isMoving }: Place) {
  // The place at which this line was drawn first: a later render must not move the animation.
  const [style] = useState({
    animationDuration: `${durationMs}ms`,
    animationDelay: `${-Math.round(positionMs)}ms`,
    animationPlayState: isMoving ? "running" : "paused",
  });
  // With reduced motion it steps: a place is still shown, but nothing moves all the time.
  return (
    <div
      className="bg-border absolute inset-x-3 bottom-1 h-0.5 overflow-hidden rounded-full"
      aria-hidden="true"
    >
      <div
        className={cn(
          "animate-now-playing h-full origin-left forced-color-adjust-none motion-reduce:[animation-timing-function:steps(12)] rtl:origin-right forced-colors:bg-[Highlight]",
          isMoving ? "bg-primary" : "bg-muted-foreground",
        )}
        style={style}
      />
    </div>
  );
}
