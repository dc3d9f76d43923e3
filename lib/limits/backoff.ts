/** First and longest pause between attempts at something that keeps failing, in ms. */
const BACKOFF_FIRST_MS = 5_000;
const BACKOFF_LONGEST_MS = 5 * 60_000;

/**
 * How long to wait before the next attempt, in ms: the pause doubles with each failure in a row,
 * from 5 s to 5 min, and half of it is random, so that instances which failed together do not come
 * back together.
 *
 * @param failures failures in a row, 1 or more
 * @param random a number in [0, 1)
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ ("equal jitter")
 */
export function backoffDelay(failures: number, random: number): number {
  const doublings = Math.min(Math.max(failures, 1) - 1, 16);
  const pause = Math.min(BACKOFF_FIRST_MS * 2 ** doublings, BACKOFF_LONGEST_MS);
  return Math.max(BACKOFF_FIRST_MS, Math.round(pause / 2 + (pause / 2) * random));
}

/**
 * A pause that doubles from `firstMs` to `longestMs`, without chance: for a slow probe of something
 * that only a person can mend.
 */
export function doublingDelay(attempts: number, firstMs: number, longestMs: number): number {
  return Math.min(firstMs * 2 ** Math.min(Math.max(attempts, 1) - 1, 30), longestMs);
}
