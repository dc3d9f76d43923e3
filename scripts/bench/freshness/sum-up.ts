import { DAY, SECOND } from "@/lib/now-playing/testing/made";
import type { ChangeKind } from "./listening";
import type { Calls, Lag } from "./results";
import type { Sight } from "./sight";

/** Calls of some days from `from` (epoch ms) on. */
export function countCalls(calls: readonly number[], from: number, days: number): Calls {
  const counted = calls.filter((call) => call >= from && call < from + days * DAY);
  return { perDay: counted.length / days, worst: busiestDay(counted) };
}

/** The most calls in any 24 hours. */
function busiestDay(calls: readonly number[]): number {
  let first = 0;
  let most = 0;
  calls.forEach((call, last) => {
    while ((calls[first] ?? call) <= call - DAY) first++;
    most = Math.max(most, last - first + 1);
  });
  return most;
}

/** The lags of what happened from `from` (epoch ms) on; nothing happened late where nothing happened. */
export function sumUpLags(sights: readonly Sight[], from: number): Record<ChangeKind, Lag> {
  const counted = sights.filter(({ at }) => at >= from);
  const of = (kind: ChangeKind): Lag =>
    sumUp(counted.flatMap((sight) => (sight.kind === kind ? [sight.lagMs / SECOND] : [])));
  return {
    natural: of("natural"),
    skip: of("skip"),
    start: of("start"),
    pause: of("pause"),
    resume: of("resume"),
  };
}

function sumUp(lags: readonly number[]): Lag {
  const sorted = lags.toSorted((a, b) => a - b);
  const count = sorted.length;
  return {
    count,
    meanS: count === 0 ? 0 : sorted.reduce((sum, lag) => sum + lag, 0) / count,
    p95S: sorted[Math.min(count - 1, Math.floor(0.95 * count))] ?? 0,
  };
}
