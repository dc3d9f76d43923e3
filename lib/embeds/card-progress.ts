import { readProgress } from "@/lib/now-playing/appearance";
import type { NowPlaying } from "@/lib/now-playing/wire";

/** The line that shows how far an item is, along the top edge of a card. */
export interface CardProgress {
  readonly isMoving: boolean;
  readonly markup: string;
  readonly style: string;
}

/** No item is longer (ms): what says so would only put a strange number into the style sheet. */
const LONGEST_MS = 24 * 60 * 60_000;

/**
 * The line as it stands at `now`; where the item plays, one animation from there to its end. It stands
 * still for those who prefer that, and in renderers that know no animations.
 *
 * @param width of the card, in px
 * @param now epoch ms
 * @returns undefined where there is no line to draw
 */
export function drawProgress(
  published: NowPlaying,
  width: number,
  now: number,
): CardProgress | undefined {
  const progress = readProgress(published, now);
  if (progress === undefined) return undefined;
  const { positionMs, durationMs, isMoving } = progress;
  if (durationMs <= 0 || durationMs === Infinity) return undefined;
  const part = Number((positionMs / durationMs).toFixed(4));
  const leftMs = Math.round(Math.min(durationMs - positionMs, LONGEST_MS));
  return {
    isMoving,
    markup: `<rect class="line" width="${width}" height="2" transform="scale(${part} 1)"/>`,
    style: isMoving
      ? `@media(prefers-reduced-motion:no-preference){.line{animation:play ${leftMs}ms linear both}}@keyframes play{from{transform:scaleX(${part})}to{transform:none}}`
      : "",
  };
}
