import { endOf } from "./model";
import type { Playing, Truth } from "./model";

const SECOND = 1_000;

/** Shortest pauses between readings, in ms, with a full budget. */
const PLAYING_MS = 15 * SECOND;
const RESTING_MS = 30 * SECOND;

/** Longest pause, in ms, that a draining budget stretches them to. */
const LONGEST_MS = 15 * 60 * SECOND;

/**
 * How steeply pauses grow as the budget drains: with this power of its inverse. Over three made days
 * of 8 h of music (`day-of-listening.test.ts`) 1 came near the reserve, and 2 left a quarter of the
 * budget unspent.
 */
const STEEPNESS = 1.5;

/** A song's end is looked for this long after it, in ms: players need a moment to report the next. */
const AFTER_END_MS = 1 * SECOND;
const END_RETRY_MS = 2 * SECOND;

/** What is shorter than this, in ms, has its end looked for after a pause that stretches too, up to a minute. */
const SHORT_MS = 60 * SECOND;
const SHORT_REST_MS = 2 * SECOND;
const LONGEST_SHORT_REST_MS = 60 * SECOND;

/** The share of a budget that is kept for the ends of songs, where one call tells the most. */
const RESERVE = 0.1;

/** Less than this share of a budget is for the player alone. */
const PLAYERS_OWN = 0.25;

/** Calls of a budget, and how many of them remain. */
interface Allowance {
  readonly limit: number;
  readonly remaining: number;
}

/**
 * When to ask again, as epoch ms; Infinity while the budget allows no such call.
 *
 * While something plays: at its end, or after a pause, whichever is first. The pause is 15 s with a
 * full budget (30 s when nothing plays) and grows as what remains above the reserve shrinks. So a busy
 * hour is followed closely, and a long day settles where calls grow back as fast as they are spent,
 * with the reserve untouched.
 */
export function planNextReading(truth: Truth, allowance: Allowance): number {
  if (allowance.remaining <= 0) return Infinity;
  const { current, asOf } = truth;
  if (current.state !== "playing") return asOf + stretch(RESTING_MS, allowance);

  const pause = stretch(PLAYING_MS, allowance);
  const end = endOf(current);
  if (end === undefined) return asOf + pause;
  if (asOf < end) {
    const atEnd = Math.max(end + AFTER_END_MS, asOf + restAfter(current, allowance));
    // Just before the end a call would tell less than the one that the end is worth.
    return asOf + pause < end - AFTER_END_MS ? asOf + pause : atEnd;
  }
  // The end has passed and the same item is still reported: 2 s later, then at doubling distances.
  const sinceEnd = asOf - end;
  return asOf + Math.min(Math.max(sinceEnd, END_RETRY_MS), PLAYING_MS);
}

/** Whether a call is to spare for something else than the player. */
export function maySpare({ limit, remaining }: Allowance): boolean {
  return remaining > limit * PLAYERS_OWN;
}

/** Songs pace the calls for their ends by themselves; what lasts seconds would spend a budget in an hour. */
function restAfter({ item }: Playing, allowance: Allowance): number {
  if (item.durationMs === undefined || item.durationMs >= SHORT_MS) return 0;
  return Math.min(stretch(SHORT_REST_MS, allowance), LONGEST_SHORT_REST_MS);
}

function stretch(pauseMs: number, { limit, remaining }: Allowance): number {
  const usable = (remaining / limit - RESERVE) / (1 - RESERVE);
  return usable <= 0 ? Infinity : Math.min(pauseMs / usable ** STEEPNESS, LONGEST_MS);
}
