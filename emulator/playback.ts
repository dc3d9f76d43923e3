import { isItem } from "./playlist/entry";
import type { ItemEntry, PlaylistEntry, TrackEntry } from "./playlist/entry";

/** A playlist being played: a value, which only time and the functions below move on. */
export interface Playback {
  readonly entries: readonly PlaylistEntry[];
  readonly index: number;
  /** How far into the entry it was at `since`. */
  readonly positionMs: number;
  /** Epoch ms of the last change of state: start, seek, pause, resume. Spotify's `timestamp`. */
  readonly since: number;
  readonly status: "playing" | "paused" | "silent";
  /** Where the item before a pause entry is held. */
  readonly heldMs: number;
  /** A client that vanished: its last item plays on for ever, past its end. */
  readonly ghost: boolean;
}

export type Hearing =
  | {
      readonly type: "item";
      readonly item: ItemEntry;
      readonly positionMs: number;
      readonly isPlaying: boolean;
    }
  | { readonly type: "ad"; readonly positionMs: number; readonly isPlaying: boolean }
  | { readonly type: "nothing" };

export interface Play {
  readonly track: TrackEntry;
  readonly endedAt: number;
}

export interface StartAt {
  readonly index: number;
  readonly positionMs?: number | undefined;
}

export function startPlayback(
  entries: readonly PlaylistEntry[],
  startAt: StartAt,
  now: number,
): Playback {
  if (entries.length === 0) throw new RangeError("A playlist needs at least one entry.");
  const blank: Playback = {
    entries,
    index: 0,
    positionMs: 0,
    since: now,
    status: "playing",
    heldMs: 0,
    ghost: false,
  };
  return jumpTo(blank, startAt, now);
}

export function entryOf(playback: Playback): PlaylistEntry {
  const entry = playback.entries[playback.index];
  if (entry === undefined) throw new RangeError(`No entry ${playback.index} in the playlist.`);
  return entry;
}

/** How far into its entry it is. A ghost runs past the end. */
export function positionAt(playback: Playback, now: number): number {
  const { status, positionMs, since } = playback;
  return status === "playing" ? positionMs + Math.max(0, now - since) : positionMs;
}

/** Lets time pass: goes on to the entry that plays at `now`, and tells which tracks ended on the way, oldest first. */
export function settle(playback: Playback, now: number): { playback: Playback; plays: Play[] } {
  const plays: Play[] = [];
  let current = playback;
  while (current.status === "playing" && !current.ghost) {
    const endMs = endOf(current);
    const endedAt = current.since + endMs - current.positionMs;
    if (endedAt > now) break;
    const entry = entryOf(current);
    if (entry.type === "track") plays.push({ track: entry, endedAt });
    const nextIndex = (current.index + 1) % current.entries.length;
    const advanced = {
      ...current,
      index: nextIndex,
      positionMs: 0,
      since: endedAt,
      heldMs: entry.type === "pause" ? 0 : endMs,
    };
    current = skipOldLaps(advanced, now);
  }
  return { playback: current, plays };
}

export function hear(playback: Playback, now: number): Hearing {
  const entry = entryOf(playback);
  if (playback.status === "silent" || entry.type === "silence") return { type: "nothing" };
  const isPlaying = playback.status === "playing";
  const positionMs = positionAt(playback, now);
  if (entry.type === "ad") return { type: "ad", positionMs, isPlaying };
  if (isItem(entry)) return { type: "item", item: entry, positionMs, isPlaying };
  const held = playback.entries[playback.index - 1];
  if (!isItem(held)) return { type: "nothing" };
  return { type: "item", item: held, positionMs: playback.heldMs, isPlaying: false };
}

export function resume(playback: Playback, now: number): Playback {
  if (playback.status === "playing") return playback;
  return { ...playback, status: "playing", since: now };
}

export function pause(playback: Playback, now: number): Playback {
  if (playback.status !== "playing") return playback;
  return { ...playback, status: "paused", positionMs: positionAt(playback, now), since: now };
}

export function fallSilent(playback: Playback, now: number): Playback {
  return { ...playback, status: "silent", positionMs: positionAt(playback, now), since: now };
}

export function seek(playback: Playback, positionMs: number, now: number): Playback {
  const within = Math.min(Math.max(0, Math.round(positionMs)), entryOf(playback).durationMs);
  return { ...playback, positionMs: within, since: now };
}

export function skip(playback: Playback, by: 1 | -1, now: number): Playback {
  const { length } = playback.entries;
  return jumpTo(playback, { index: (playback.index + by + length) % length }, now);
}

/** Goes to an entry and plays it. */
export function jumpTo(playback: Playback, to: StartAt, now: number): Playback {
  if (playback.entries[to.index] === undefined)
    throw new RangeError(`index must be between 0 and ${playback.entries.length - 1}.`);
  const at: Playback = {
    ...playback,
    index: to.index,
    status: "playing",
    heldMs: heldBefore(playback, to.index),
  };
  return seek(at, to.positionMs ?? 0, now);
}

export function haunt(playback: Playback, ghost: boolean, now: number): Playback {
  if (playback.ghost === ghost) return playback;
  const over = positionAt(playback, now) > entryOf(playback).durationMs;
  const freed = { ...playback, ghost };
  return !ghost && over ? skip(freed, 1, now) : freed;
}

/** A pause entry stops the item before it where it says, unless somebody has sought past that point. */
function endOf(playback: Playback): number {
  const entry = entryOf(playback);
  const following = playback.entries[playback.index + 1];
  if (!isItem(entry) || following?.type !== "pause") return entry.durationMs;
  const stopMs = following.atMs ?? entry.durationMs;
  return stopMs > playback.positionMs ? Math.min(stopMs, entry.durationMs) : entry.durationMs;
}

function heldBefore(playback: Playback, index: number): number {
  const entry = playback.entries[index];
  const before = playback.entries[index - 1];
  if (entry?.type !== "pause" || before === undefined) return 0;
  return Math.min(entry.atMs ?? before.durationMs, before.durationMs);
}

// A test may move the clock by months. What is older than fifty rounds leaves no trace in a history of fifty.
function skipOldLaps(playback: Playback, now: number): Playback {
  const lapMs = playback.entries.reduce(
    (sum, _, index) => sum + endOf({ ...playback, index, positionMs: 0 }),
    0,
  );
  const laps = Math.max(0, Math.floor((now - playback.since) / lapMs) - 50);
  return laps === 0 ? playback : { ...playback, since: playback.since + laps * lapMs };
}
