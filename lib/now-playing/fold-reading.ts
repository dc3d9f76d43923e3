import { endOf } from "./model";
import type { Heard, Item, Paused, Playing, Reading, Truth } from "./model";
import { RECENT_MS } from "./wire";

/** Readings of one song's start may differ by this much (ms) and still be the same start. */
const SAME_START_MS = 2_000;

/** The same position, told twice within this time (ms), is of a player that hangs, and not of a replay. */
const STUCK_MS = 60_000;

/** Spotify reports players that vanished as playing on, past the end: beyond this (ms) it is a ghost. */
const GHOST_MS = 10_000;

/**
 * What is true after a reading, given what was true before it.
 *
 * A start stays what it was while new readings agree with it, so that everything made of it stays
 * the same for the whole song. What Spotify calls playing is not believed when its position is past
 * its end (https://github.com/spotify/web-api/issues/533).
 */
export function foldReading(previous: Truth | undefined, reading: Reading): Truth {
  const { receivedAt, playback } = reading;
  const before = lastHeardAt(previous, receivedAt);
  if (playback.type !== "item") {
    const [latest] = reading.heard ?? [];
    return silence(receivedAt, before ?? young(latest, receivedAt));
  }

  const { item, isPlaying, progressMs } = playback;
  const same = sameItem(previous, item);
  const known = { ...item, tint: item.tint ?? same?.item.tint };
  if (!isPlaying) {
    if (same) {
      const current = pause(known, same, progressMs, receivedAt, previous?.asOf);
      return { asOf: receivedAt, current, lastHeard: young(previous?.lastHeard, receivedAt) };
    }
    const current = findPaused(known, progressMs, receivedAt, before);
    return { asOf: receivedAt, current, lastHeard: before };
  }

  const isKnownGhost = previous?.current.state === "nothing" && previous.current.ghost === item.key;
  if (isKnownGhost && !progressMs) return silence(receivedAt, before, item.key);
  const playing = play(known, same, progressMs, receivedAt, receivedAt - (previous?.asOf ?? 0));
  const end = endOf(playing);
  if (end === undefined || receivedAt <= end + GHOST_MS) {
    return { asOf: receivedAt, current: playing };
  }
  // A ghost's end is measured anew with each reading, and creeps where its position stands still:
  // the first measure stays.
  const ghost = young({ item: known, playedAt: end }, receivedAt);
  return silence(receivedAt, isKnownGhost ? before : laterOf(before, ghost), item.key);
}

/** What was heard last, and no longer than a day before `at`, when something else or nothing is found then. */
export function lastHeardAt(previous: Truth | undefined, at: number): Heard | undefined {
  const current = previous?.current;
  if (previous === undefined || current === undefined) return undefined;
  if (current.state === "nothing") return young(previous.lastHeard, at);
  if (current.state === "paused") {
    const { item, heardAt } = current;
    return young(heardAt === undefined ? previous.lastHeard : { item, playedAt: heardAt }, at);
  }
  const end = endOf(current);
  const playedAt = end !== undefined && end <= at ? end : previous.asOf;
  return young({ item: current.item, playedAt }, at);
}

/** Nothing is kept that was heard more than a day ago, nor put into a future that a clock set back has left. */
function young(heard: Heard | undefined, at: number): Heard | undefined {
  if (heard === undefined || at - heard.playedAt >= RECENT_MS) return undefined;
  return heard.playedAt > at ? { ...heard, playedAt: at } : heard;
}

function laterOf(a: Heard | undefined, b: Heard | undefined): Heard | undefined {
  return a && b ? (a.playedAt >= b.playedAt ? a : b) : (a ?? b);
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
  sinceLast: number,
): Playing {
  const before = same?.state === "playing" ? same : undefined;
  // The first sight counts where no position is told, and the item ends like any other.
  if (progressMs === undefined || isStuck(before, progressMs, sinceLast)) {
    const elapsed = same?.state === "paused" ? same.positionMs : 0;
    const startedAt = before?.startedAt ?? Math.max(0, receivedAt - elapsed);
    return { state: "playing", item, startedAt, toldMs: progressMs ?? before?.toldMs };
  }
  const measured = Math.max(0, receivedAt - progressMs);
  const agrees = before && Math.abs(measured - before.startedAt) <= SAME_START_MS;
  return {
    state: "playing",
    item,
    startedAt: agrees ? before.startedAt : measured,
    toldMs: progressMs,
  };
}

/** Some devices say 0 for ever (spotify/web-api#870); a player that hangs repeats the same position. */
function isStuck(before: Playing | undefined, progressMs: number, sinceLast: number): boolean {
  if (before === undefined || progressMs !== before.toldMs) return false;
  return progressMs === 0 || (sinceLast >= 0 && sinceLast <= STUCK_MS);
}

function pause(
  item: Item,
  same: Playing | Paused,
  progressMs: number | undefined,
  receivedAt: number,
  lastAsOf = receivedAt,
): Paused {
  if (same.state === "paused") {
    return { ...same, item, positionMs: clampToLength(progressMs ?? same.positionMs, item) };
  }
  const positionMs = clampToLength(progressMs ?? receivedAt - same.startedAt, item);
  // It was heard until its position stopped: some moment between the last two readings.
  const heardAt = Math.min(Math.max(same.startedAt + positionMs, lastAsOf), receivedAt);
  return { state: "paused", item, positionMs, heardAt };
}

/**
 * A pause that nobody saw begin. Players show the last song as paused when they are opened: what is
 * known to have been heard earlier was not heard again by that, and what stands at its start not at all.
 */
function findPaused(
  item: Item,
  progressMs: number | undefined,
  receivedAt: number,
  before: Heard | undefined,
): Paused {
  const unseen = progressMs ? receivedAt : undefined;
  const heardAt = before?.item.key === item.key ? before.playedAt : unseen;
  return { state: "paused", item, positionMs: clampToLength(progressMs ?? 0, item), heardAt };
}

function clampToLength(positionMs: number, { durationMs }: Item): number {
  return Math.max(0, Math.min(positionMs, durationMs ?? positionMs));
}
