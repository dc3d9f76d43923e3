import type { ScaleResults, ScaleRun } from "@/scripts/bench/scale/results";

function run(pollers: number): ScaleRun {
  return {
    pollers,
    seconds: 30,
    requests: 2 * pollers,
    unanswered: 0,
    unchanged: pollers / 2,
    p50Ms: 4,
    p99Ms: 30,
    worstMs: 60,
    busiestSecond: pollers,
    calls: 3,
    reached: 2 * pollers,
    cpuMs: 2 * pollers,
    rssBytes: 150 * 1_024 ** 2,
  };
}

/** Figures of no run. */
export const CALM: ScaleResults = {
  songSeconds: 20,
  one: [run(1), run(1_000)],
  fourOnRedis: [run(1_000)],
  behindCache: [{ ...run(1_000), reached: 6 }],
};
