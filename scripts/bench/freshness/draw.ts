import { SECOND } from "@/lib/now-playing/testing/made";
import { SKIPPED_BEFORE } from "./habits";
import type { Habits } from "./habits";

/** A length in ms whose logarithm is normal (Box and Muller). */
export function drawLogNormal(median: number, spread: number, random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.round(median * Math.exp(spread * normal));
}

export function drawBetween(
  [least, most]: readonly [number, number],
  random: () => number,
): number {
  return Math.round(least + (most - least) * random());
}

/** After how many ms a song of this length is skipped, by the published shares. */
export function drawSkip(
  { skipsComeEarly }: Habits,
  durationMs: number,
  random: () => number,
): number {
  if (!skipsComeEarly) return Math.round(durationMs * random());
  const all = SKIPPED_BEFORE.at(-1)?.share ?? 1;
  const drawn = random() * all;
  let least = 0;
  let below = 0;
  for (const { seconds, share } of SKIPPED_BEFORE) {
    const most = Math.min(seconds * SECOND, durationMs);
    if (drawn < share) {
      return Math.round(least + ((drawn - below) / (share - below)) * (most - least));
    }
    least = most;
    below = share;
  }
  return durationMs;
}
