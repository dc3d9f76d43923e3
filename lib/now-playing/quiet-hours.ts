import { listQuietHours } from "./policy";
import type { PublishingPolicy, QuietHours } from "./policy";

const MINUTE = 60_000;

/** Changes are looked for this far (ms): a clock that is put forward can skip those of one day, not of two. */
const FURTHEST_MS = 50 * 60 * MINUTE;

/** A time without a change: quiet all through, or not at all. */
export interface Stretch {
  readonly isQuiet: boolean;
  /** Epoch ms of its first moment; -Infinity where it has none. */
  readonly from: number;
  /** Epoch ms of the first moment after it; Infinity where it never ends. */
  readonly until: number;
}

/**
 * Whether the policy's quiet hours hold at a moment, by the clock on the wall there: also on the days
 * when that clock is changed, on which such hours may be longer, shorter or twice.
 *
 * @param at epoch ms
 */
export function isQuiet(policy: PublishingPolicy, at: number): boolean {
  return listQuietHours(policy).some((hours) => holds(hours, at));
}

/** The stretch of quiet, or of its absence, that a moment lies in: when it began and when it ends. */
export function readStretch(policy: PublishingPolicy, at: number): Stretch {
  const quiet = isQuiet(policy, at);
  if (listQuietHours(policy).length === 0) {
    return { isQuiet: quiet, from: -Infinity, until: Infinity };
  }
  // Clocks and the moments at which they are changed have whole minutes.
  const thisMinute = Math.floor(at / MINUTE) * MINUTE;
  let from = thisMinute;
  while (thisMinute - from < FURTHEST_MS && isQuiet(policy, from - MINUTE) === quiet) {
    from -= MINUTE;
  }
  let until = thisMinute + MINUTE;
  while (until - thisMinute < FURTHEST_MS && isQuiet(policy, until) === quiet) until += MINUTE;
  return {
    isQuiet: quiet,
    from: thisMinute - from < FURTHEST_MS ? from : -Infinity,
    until: until - thisMinute < FURTHEST_MS ? until : Infinity,
  };
}

function holds({ from, to, timeZone }: QuietHours, at: number): boolean {
  const time = clockOf(timeZone).format(at);
  // Times of one length compare as words.
  return from <= to ? from <= time && time < to : time >= from || time < to;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Writes a moment as `HH:MM` in a time zone. Making one takes a hundred times as long as using it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  clocks.set(timeZone, clock);
  return clock;
}
