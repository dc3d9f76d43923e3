import type { Budget } from "@/scripts/bench/budgets";
import type { CrashResults } from "@/scripts/reliability/crash/write-crash-section";
import type { Cell } from "@/scripts/reliability/matrix/cell";
import type { Soak } from "@/scripts/reliability/soak/results";
import { splitSamples } from "@/scripts/reliability/soak/split-samples";
import type { Storm } from "@/scripts/reliability/storm/measure-storm";

/** Growth of the heap that no leak is behind, of a quarter's median: code that is compiled late, full caches. */
const FLAT = 1.1;

/** Connections that happen to be open. */
const FEW_FILES = 10;

/** A hundredth of the budget: a call is counted before it is made, and its connection may then break. */
const FEW_CALLS = 7;

const HARMLESS = new Set(["200", "304"]);

export function claimMatrix(cells: readonly Cell[]): readonly Budget[] {
  const broken = cells.filter(({ problems }) => problems.length > 0).length;
  const lost = cells.filter(({ recovery }) => recovery === "none").length;
  return [
    atMost("Cells of the matrix that do not hold", broken, 0),
    atMost("Cells without recovery", lost, 0),
  ];
}

export function claimStorm(storm: Storm): readonly Budget[] {
  const odd = Object.entries(storm.statuses)
    .filter(([status]) => !HARMLESS.has(status))
    .reduce((sum, [, count]) => sum + count, 0);
  return [
    atMost("Storm: answers but 200 and 304", odd, 0),
    atMost("Storm: broken connections", storm.unanswered, 0),
    atMost("Storm: calls to Spotify", storm.calls, storm.mostCalls),
    atMost("Storm: silent afterwards", storm.isPlayingAfterwards ? 0 : 1, 0),
  ];
}

export function claimCrash({ staged, real }: CrashResults): readonly Budget[] {
  const kept = [...staged.plots, ...real.plots].filter(({ rotation }) => rotation === "lenient");
  const lost = kept.reduce((sum, { tokensLost }) => sum + tokensLost, 0);
  const unreadable = real.plots.reduce((sum, { storesUnreadable }) => sum + storesUnreadable, 0);
  const violations = real.plots.flatMap((plot) => plot.violations).concat(staged.violations);
  return [
    atMost("Kills: tokens lost, where the old one is good until the new one is used", lost, 0),
    atMost("Kills: stores unreadable", unreadable, 0),
    atMost("Kills: losses untold, calls uncounted, anything left over", violations.length, 0),
  ];
}

export function claimSoak(soak: Soak): readonly Budget[] {
  const quarters = splitSamples(soak.samples);
  // The first quarter is when a process still settles.
  const [, second, , last] = quarters;
  const growth = (last?.heapBytes ?? NaN) / (second?.heapBytes ?? NaN);
  const files = (last?.openFiles ?? NaN) - (second?.openFiles ?? NaN);
  return [
    { ...atMost("Soak: the heap’s growth", growth, FLAT), unit: "×" },
    atMost("Soak: open files more at the end", files, FEW_FILES),
    atMost("Soak: rejections that nobody looked at", soak.unhandled.length, 0),
    atMost("Soak: calls in the worst 24 hours", soak.worstDay, soak.dailyBudget),
    atMost("Soak: counts below Spotify’s", soak.counts.tooLow, 0),
    atMost("Soak: calls counted that never arrived, at once", soak.counts.mostTooHigh, FEW_CALLS),
  ];
}

export function atMost(name: string, measured: number, limit: number): Budget {
  return { name, measured, limit, unit: "", isKept: measured <= limit };
}
