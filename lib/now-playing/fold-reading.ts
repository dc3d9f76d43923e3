import { endOf } from "./model";
import type { Heard, Item, Paused, Playing, Reading, Truth } from "./model";

/** Readings of one song's start may differ by this much (ms) and still be the same start. */
const SAME_START_MS = 2_000;

/** Spotify reports players that vanished as playing on, past the end: beyond this (ms) it is a ghost. */
export const GHOST_MS = 10_000;

/**
 * What is true after a reading, given what was true before it.
 *
 * A start stays what it was while new readings agree with it, so that everything made of it stays
 * the same for the whole song. What Spotify calls playing is not believed when its position is past
 * its end (https://github.com/spotify/web-api/issues/533).
 */
export function foldReading(previous: Truth | undefined, reading: Reading): Truth {
  const { receivedAt, playback } = reading;
  const before = lastHeardBefore(previous, receivedAt);
  if (playback.type !== "item") return silence(receivedAt, before ?? reading.lastHeard);

  const { item, isPlaying, progressMs } = playback;
  const same = sameItem(previous, item);
  const lastHeard = same === undefined ? before : previous?.lastHeard;
  const known = { ...item, tint: item.tint ?? same?.item.tint };

  if (!isPlaying) {
    const current = pause(known, same, progressMs, receivedAt, previous?.asOf);
    return { asOf: receivedAt, current, lastHeard };
  }
  if (previous?.current.state === "nothing" && previous.current.ghost === item.key && !progressMs) {
    return { ...previous, asOf: receivedAt };
  }
  const playing = play(known, same, progressMs, receivedAt);
  const end = endOf(playing);
  if (end !== undefined && receivedAt > end + GHOST_MS) {
    const heard = sameEnd(previous?.lastHeard, { item: known, playedAt: end });
    return silence(receivedAt, heard, item.key);
  }
  return { asOf: receivedAt, current: playing, lastHeard };
}

function silence(asOf: number, lastHeard: Heard | undefined, ghost?: string): Truth {
  return { asOf, current: { state: "nothing", ghost }, lastHeard };
}

function sameItem(previous: Truth | undefined, item: Item): Playing | Paused | undefined {
  const current = previous?.current;
  return current && current.state !== "nothing" && current.item.key === item.key
    ? current
    : undefined;
}

function play(
  item: Item,
  same: Playing | Paused | undefined,
  progressMs: number | undefined,
  receivedAt: number,
): Playing {
  const before = same?.state === "playing" ? same : undefined;
  // Some devices never tell a position, others say 0 for ever; the first sight of the item counts then.
  const isUntold = progressMs === undefined || (progressMs === 0 && before?.guessed === true);
  if (isUntold) {
    const startedAt = before?.startedAt ?? receivedAt;
    return { state: "playing", item, startedAt, guessed: before?.guessed ?? true };
  }
  const measured = receivedAt - progressMs;
  const agrees = before && Math.abs(measured - before.startedAt) <= SAME_START_MS;
  return {
    state: "playing",
    item,
    startedAt: agrees ? before.startedAt : measured,
    guessed: progressMs === 0,
  };
}

function pause(
  item: Item,
  same: Playing | Paused | undefined,
  progressMs: number | undefined,
  receivedAt: number,
  lastAsOf: number | undefined,
): Paused {
  if (same?.state === "paused") {
    return { ...same, item, positionMs: clampToLength(progressMs ?? same.positionMs, item) };
  }
  const elapsed = same === undefined ? 0 : receivedAt - same.startedAt;
  const positionMs = clampToLength(progressMs ?? elapsed, item);
  // It was heard until its position stopped: some moment between the last two readings.
  const stoppedAt = same === undefined ? receivedAt : same.startedAt + positionMs;
  const heardAt = Math.min(Math.max(stoppedAt, lastAsOf ?? stoppedAt), receivedAt);
  return { state: "paused", item, positionMs, heardAt };
}

function clampToLength(positionMs: number, { durationMs }: Item): number {
  return Math.max(0, Math.min(positionMs, durationMs ?? positionMs));
}

/** What was heard last, when something else or nothing is found at `at`. */
function lastHeardBefore(previous: Truth | undefined, at: number): Heard | undefined {
  const current = previous?.current;
  if (previous === undefined || current === undefined) return undefined;
  if (current.state === "nothing") return previous.lastHeard;
  if (current.state === "paused") return { item: current.item, playedAt: current.heardAt };
  const end = endOf(current);
  const playedAt = end !== undefined && end <= at ? end : previous.asOf;
  return { item: current.item, playedAt };
}

/** A ghost's end is measured anew with each reading; it stays what it was while readings agree. */
function sameEnd(before: Heard | undefined, now: Heard): Heard {
  const agrees =
    before?.item.key === now.item.key && Math.abs(before.playedAt - now.playedAt) <= SAME_START_MS;
  return agrees ? before : now;
}
