/** Clocks closer than this (ms) count as the same: `Date` has whole seconds, and networks take time. */
export const SAME_CLOCK_MS = 2_000;

/**
 * How far the server's clock is ahead of ours, in ms; 0 where they agree or the answer does not say.
 *
 * @param date the answer's `Date`; the moment it was made, also when a cache kept it since
 * @param age the answer's `Age`, in seconds
 * @param receivedAt epoch ms by our clock
 */
export function readClockOffset(
  date: string | null,
  age: string | null,
  receivedAt: number,
): number {
  const madeAt = Date.parse(date ?? "");
  if (Number.isNaN(madeAt)) return 0;
  const keptFor = Math.max(0, Number(age ?? 0) || 0) * 1_000;
  // Half of the second that `Date` cuts off.
  const offset = madeAt + 500 + keptFor - receivedAt;
  return Math.abs(offset) < SAME_CLOCK_MS ? 0 : offset;
}
