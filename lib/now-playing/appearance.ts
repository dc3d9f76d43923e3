import { age, expiresAt } from "./wire";
import type { NowPlaying } from "./wire";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How far an item is, for drawing a line: `isMoving` while it plays. */
export interface Progress {
  readonly positionMs: number;
  readonly durationMs: number;
  readonly isMoving: boolean;
}

/** Where the item stands at `now`; undefined where there is no line to draw. */
export function readProgress(published: NowPlaying, now: number): Progress | undefined {
  if (published.state !== "playing" && published.state !== "paused") return undefined;
  const { durationMs } = published;
  if (durationMs === undefined) return undefined;
  const isMoving = published.state === "playing";
  const position = isMoving ? now - published.startedAt : published.positionMs;
  return { positionMs: Math.min(Math.max(position, 0), durationMs), durationMs, isMoving };
}

/** A rounded span of time: "3 h", as a number and its unit. */
export interface Elapsed {
  readonly value: number;
  readonly unit: "minute" | "hour";
}

/** How long ago something was, rounded down; undefined while it is less than a minute. */
export function readElapsed(since: number, now: number): Elapsed | undefined {
  const elapsed = now - since;
  if (elapsed < MINUTE) return undefined;
  return elapsed < HOUR
    ? { value: Math.floor(elapsed / MINUTE), unit: "minute" }
    : { value: Math.floor(elapsed / HOUR), unit: "hour" };
}

/**
 * Epoch ms at which what is shown changes by itself, with nothing newer from the server: a song goes
 * past its end, or "3 h ago" becomes "4 h ago". Undefined: never. One timer for it is all that a face
 * needs; nothing ticks.
 */
export function changesAt(published: NowPlaying, now: number): number | undefined {
  const shown = age(published, now);
  const expiry = expiresAt(shown);
  if (shown.state !== "recent") return expiry === undefined ? undefined : expiry + 1;
  const unit = now - shown.playedAt < HOUR ? MINUTE : HOUR;
  const nextUnit = shown.playedAt + (Math.floor((now - shown.playedAt) / unit) + 1) * unit;
  return Math.min(nextUnit, (expiry ?? Infinity) + 1);
}

/** A running time as a sleeve prints it: 3:07, 1:02:09. */
export function formatRunningTime(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const minutes = Math.floor(seconds / 60) % 60;
  const hours = Math.floor(seconds / 3_600);
  const rest = pad(seconds % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
