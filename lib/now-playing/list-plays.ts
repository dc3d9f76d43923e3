import { cleanItem } from "./clean-item";
import type { Curtain } from "./curtain";
import type { Heard } from "./model";
import { publishItem } from "./publish";
import { RECENT_MS } from "./wire";
import type { Play } from "./wire";

const MOST_PLAYS = 10;

/**
 * What is told of what was heard, newest first: at most ten plays of the last 24 hours, each as late as
 * everything else is told. Beyond a day nobody remembers what was heard while hidden.
 *
 * @param heard newest first
 * @param now epoch ms
 */
export function listPlays(
  heard: readonly Heard[],
  { delayMs, mayTell }: Pick<Curtain, "delayMs" | "mayTell">,
  now: number,
): Play[] {
  const plays: Play[] = [];
  for (const { item, playedAt } of heard) {
    const age = now - playedAt;
    if (age < delayMs || age >= RECENT_MS) continue;
    const isOpen = momentsOf({ item, playedAt }).every((moment) => mayTell(item, moment));
    const clean = isOpen ? cleanItem(item) : undefined;
    if (clean) plays.push(publishPlay({ item: clean, playedAt: playedAt + delayMs }));
    if (plays.length === MOST_PLAYS) break;
  }
  return plays;
}

/** Ten colours would have to be found for it, and nothing is tinted by them. */
function publishPlay({ item, playedAt }: Heard): Play {
  return { ...publishItem({ ...item, tint: undefined }), playedAt };
}

/**
 * Moments none of which may lie behind the curtain. Spotify names one, and not whether the item began
 * or ended then (https://github.com/spotify/web-api/issues/1186).
 */
function momentsOf({ item, playedAt }: Heard): number[] {
  const length = Math.min(item.durationMs ?? 0, RECENT_MS);
  return [playedAt - length, playedAt, playedAt + length];
}
