import { RETURN_MS } from "@/lib/limits/budget";
import type { Allowance } from "@/lib/limits/budget";
import { endOf } from "./model";
import type { Playing, Truth } from "./model";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * Pauses, as multiples of the pace at which a budget lasts. These and the numbers below were searched
 * for with simulated days of listening: docs/decisions/022-a-plan-that-was-searched-for.md.
 */
const PLAYING = 1.1;
const PAUSED = 0.3;
const SILENT = 2.1;

/** Most skips come early in a song, and a young silence is likelier to end: pauses grow from a share of their length. */
const SONG = { young: 0.2, grownMs: 100 * SECOND };
const SILENCE = { young: 0.45, grownMs: 240 * MINUTE };

/** Until this share of a budget is spent, pauses are shorter, as far as less is spent: most days never spend it. */
const SPENT_FREELY = 0.15;

/** No pause is shorter than this, in ms, however much remains; nor longer, while any call is to spare. */
const SHORTEST_MS = { playing: 10 * SECOND, resting: 15 * SECOND };
const LONGEST_MS = 15 * MINUTE;

/** A song's end is looked for this long after it, in ms: players need a moment to report the next. */
const AFTER_END_MS = 1 * SECOND;
const END_RETRY_MS = 2 * SECOND;
const LONGEST_RETRY_MS = 15 * SECOND;

/** What is shorter than this, in ms, has its end looked for after a pause too, of up to a minute. */
const SHORT_MS = 1 * MINUTE;
const SHORT = 0.2;

/** What remains has to last for this long (ms) in any case, whatever is about to come back. */
const LEAST_TIME_MS = 120 * MINUTE;

/** The share of a budget that is kept for the ends of songs, where one call tells the most. */
const RESERVE = 0.02;

/** With an end nearer than so many pauses, the next call is the one that the end is worth. */
const NEAR_END = 1.5;

/** Less than this share of a budget is for the player alone. */
const PLAYERS_OWN = 0.25;

/**
 * When to ask again, as epoch ms; Infinity while the budget allows no such call.
 *
 * While something plays: at its end, or after a pause, whichever is first. The pause follows from the
 * pace that the budget can keep up: what remains above the reserve, and what comes back within half a
 * day, has to last that long. So a visit is followed closely, and a tab that is never closed settles
 * where calls come back as fast as they are spent.
 */
export function planNextReading(truth: Truth, allowance: Allowance): number {
  if (allowance.remaining <= 0) return Infinity;
  const { current, asOf } = truth;
  const pace = paceOf(allowance);
  if (current.state === "paused") return asOf + pauseOf(pace * PAUSED, SHORTEST_MS.resting);
  if (current.state === "nothing") {
    const silent = asOf - (truth.lastHeard?.playedAt ?? -Infinity);
    return asOf + pauseOf(pace * SILENT * grow(silent, SILENCE), SHORTEST_MS.resting);
  }

  const share = PLAYING * grow(asOf - current.startedAt, SONG);
  const pause = pauseOf(pace * share, SHORTEST_MS.playing);
  const end = endOf(current);
  if (end === undefined) return asOf + pause;
  if (asOf < end) {
    const atEnd = Math.max(end + AFTER_END_MS, asOf + restAfter(current, pace));
    return asOf + pause * NEAR_END < end ? asOf + pause : atEnd;
  }
  // The end has passed and the same item is still reported: 2 s later, then at doubling distances.
  const sinceEnd = asOf - end;
  return asOf + Math.min(Math.max(sinceEnd, END_RETRY_MS), LONGEST_RETRY_MS);
}

/** Whether a call is to spare for something else than the player. */
export function maySpare({ limit, remaining }: Allowance): boolean {
  return remaining > limit * PLAYERS_OWN;
}

/** The time for each call that is to spare, in ms: Infinity when none is. */
function paceOf({ limit, remaining, returning }: Allowance): number {
  const usable = remaining - limit * RESERVE;
  if (usable <= 0) return Infinity;
  const haste = Math.min(1, (1 - remaining / limit) / SPENT_FREELY);
  return Math.max(RETURN_MS / (usable + returning), LEAST_TIME_MS / usable) * haste;
}

function grow(ageMs: number, { young, grownMs }: typeof SONG): number {
  return Math.min(Math.max(ageMs / grownMs, young), 1);
}

function pauseOf(ms: number, shortestMs: number): number {
  return ms === Infinity ? Infinity : Math.min(Math.max(ms, shortestMs), LONGEST_MS);
}

/** Songs pace the calls for their ends by themselves; what lasts seconds would spend a budget in an hour. */
function restAfter({ item }: Playing, pace: number): number {
  if (item.durationMs === undefined || item.durationMs >= SHORT_MS) return 0;
  return Math.min(pace * SHORT, SHORT_MS);
}
