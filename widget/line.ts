import type { Progress } from "@/lib/now-playing/appearance";

const FROM_START_TO_END = { transform: ["scaleX(0)", "scaleX(1)"] };

/**
 * Draws how far the item is: one animation for the whole of it, and no timer. Where motion is not wanted it
 * stands, and goes on when the face is shown anew.
 */
export function moveLine(line: Element | null, progress: Progress | undefined): void {
  for (const animation of line?.getAnimations() ?? []) animation.cancel();
  if (!line || !progress) return;
  const duration = progress.durationMs;
  const animation = line.animate(FROM_START_TO_END, { duration, fill: "both" });
  animation.currentTime = progress.positionMs;
  if (!progress.isMoving || matchMedia("(prefers-reduced-motion)").matches) animation.pause();
}
