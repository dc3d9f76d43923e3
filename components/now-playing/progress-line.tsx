"use client";

import { useState } from "react";
import { readProgress } from "@/lib/now-playing/appearance";
import type { Progress } from "@/lib/now-playing/appearance";
import type { Shown } from "./use-shown";

/** A hairline along the top of the bar. It shows a place in the song, and nothing can be done with it. */
export function ProgressLine({ published, now }: Shown) {
  const progress = readProgress(published, now);
  if (progress === undefined) return null;
  // A new line with every look at the clock: for a new start, and after the page was away, since some
  // clocks stand still while a machine sleeps.
  return <Line key={`${published.state} ${now}`} {...progress} />;
}

/** One CSS animation, begun where the song is: no timer, and no render while it moves. */
function Line({ positionMs, durationMs, isMoving }: Progress) {
  // The place at which this line was drawn first: a later render must not move the animation.
  const [style] = useState({
    animationDuration: `${durationMs}ms`,
    animationDelay: `${-Math.round(positionMs)}ms`,
    animationPlayState: isMoving ? "running" : "paused",
  });
  return (
    <div className="np-progress" aria-hidden="true">
      <div className="np-progress-line" style={style} />
    </div>
  );
}
