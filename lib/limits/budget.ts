const WINDOW_MS = 24 * 60 * 60_000;

/** Calls are counted in slices of five minutes: 289 numbers at most, instead of one per call. */
export const SLICE_MS = 5 * 60_000;

/** Calls by slice of time: the slice's index since the epoch, and how many calls fell into it. */
export type Ledger = readonly (readonly [slice: number, calls: number])[];

export const EMPTY_LEDGER: Ledger = [];

/** Half a day: who plans further ahead spends alike by day and by night. */
export const RETURN_MS = WINDOW_MS / 2;

/** What is left of a budget at one moment. */
export interface Allowance {
  /** Most calls in any 24 hours. */
  readonly limit: number;
  /** Calls that can still be made now, 0 to `limit`. */
  readonly remaining: number;
  /** Calls that were made, and come back within the next half day. */
  readonly returning: number;
}

/** The first moment, epoch ms, at which no call of a slice lies within the last 24 hours. */
function forgottenAt(slice: number): number {
  return (slice + 1) * SLICE_MS + WINDOW_MS;
}

/** The ledger without what is older than 24 hours, nor from an impossible future (a clock set back). */
export function prune(ledger: Ledger, now: number): Ledger {
  const newest = Math.floor(now / SLICE_MS) + WINDOW_MS / SLICE_MS;
  return ledger.filter(([slice]) => forgottenAt(slice) > now && slice <= newest);
}

/**
 * Calls made in the last 24 hours, rounded up by at most the slice that is just leaving them: the
 * ceiling holds for any 24 hours, whatever the slices.
 */
export function countSpent(ledger: Ledger, now: number): number {
  return prune(ledger, now).reduce((sum, [, calls]) => sum + calls, 0);
}

/** What remains of `limit` calls in any 24 hours. */
export function readAllowance(ledger: Ledger, limit: number, now: number): Allowance {
  const spent = countSpent(ledger, now);
  const returning = Math.max(0, spent - countSpent(ledger, now + RETURN_MS));
  return { limit, remaining: Math.max(0, limit - spent), returning };
}

/** The ledger with one more call at `now`, or undefined when the budget is spent. */
export function spend(ledger: Ledger, limit: number, now: number): Ledger | undefined {
  const kept = prune(ledger, now);
  if (countSpent(kept, now) >= limit) return undefined;
  const slice = Math.floor(now / SLICE_MS);
  const calls = kept.find(([index]) => index === slice)?.[1] ?? 0;
  return [...kept.filter(([index]) => index !== slice), [slice, calls + 1] as const];
}

/**
 * The moment, epoch ms, from which at least `calls` calls remain, if none is made before; `now` where
 * they remain already. Never, for more calls than the limit: Infinity.
 */
export function remainsAt(ledger: Ledger, limit: number, calls: number, now: number): number {
  const kept = prune(ledger, now).toSorted(([a], [b]) => a - b);
  let remaining = limit - countSpent(kept, now);
  if (remaining >= calls) return now;
  for (const [slice, count] of kept) {
    remaining += count;
    if (remaining >= calls) return forgottenAt(slice);
  }
  return Infinity;
}

/** Two ledgers of the same budget joined, slice by slice the larger count: a call is never forgotten. */
export function mergeLedgers(a: Ledger, b: Ledger): Ledger {
  const merged = new Map<number, number>(a);
  for (const [slice, calls] of b) merged.set(slice, Math.max(calls, merged.get(slice) ?? 0));
  return [...merged];
}

/** Calls made in one slice of time: when the slice began (epoch ms), and how many. */
export type Spending = readonly (readonly [sliceStartMs: number, calls: number])[];

/**
 * The calls of the last 24 hours in slices of five minutes, oldest first, for a plot. Slices without
 * a call are left out; the first may have begun up to five minutes before those 24 hours.
 */
export function readSpending(ledger: Ledger, now: number): Spending {
  return prune(ledger, now)
    .map(([slice, calls]) => [slice * SLICE_MS, calls] as const)
    .toSorted(([a], [b]) => a - b);
}
