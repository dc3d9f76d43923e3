"use client";

import { useState } from "react";
import { readProgress } from "@/lib/now-playing/appearance";
import type { Progress } from "@/lib/now-playing/appearance";
import type { Shown } from "./use-shown";
import { useReturns } from "./use-returns";

/** A hairline along the top of the bar. It shows a place in the song, and nothing can be done with it. */
export function ProgressLine({ published, now }: Shown) {
  const returns = useReturns();
  const progress = readProgress(published, now);
  if (progress === undefined) return null;
  // A new line for a new start, and after the page was away: some clocks stand still while a machine sleeps.
  const start = published.state === "playing" ? published.startedAt : progress.positionMs;
  return <Line key={`${published.state} ${start} ${returns}`} {...progress} />;
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
