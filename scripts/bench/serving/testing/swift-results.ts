import type { Load } from "@/scripts/bench/load";
import type { ServingResults, WarmResults } from "@/scripts/bench/serving/results";

const LOAD: Load = {
  requests: 5_000,
  requestsPerSecond: 1_000,
  p50Ms: 9,
  p99Ms: 20,
  worstMs: 40,
  bytesPerAnswer: 1_068,
  unanswered: 0,
  statuses: { "200": 5_000 },
};

const SILENCE: Load = { ...LOAD, requests: 0, unanswered: 50, statuses: {} };

function warm(calls: number): WarmResults {
  const cost = { cpuMsPerThousand: 900, rssBytes: 150 * 1_024 ** 2 };
  return { load: LOAD, calls: { token: calls / 2, player: calls / 2 }, ...cost };
}

/** Figures of no run, all within their budgets. */
export const SWIFT: ServingResults = {
  connections: 10,
  seconds: 5,
  ratio: { median: 0.93, least: 0.9, most: 0.96 },
  ratioUnchanged: { median: 1.2, least: 1.1, most: 1.3 },
  empty: warm(0),
  ours: warm(0.2),
  oursUnchanged: warm(0),
  common: warm(2_000),
  commonBehindCache: warm(0.1),
  oursBehindCache: warm(0),
  cold: {
    ours: { firstMs: 300, rush: LOAD, rushCalls: 2 },
    common: { firstMs: 280, rush: LOAD, rushCalls: 2_000 },
  },
  hanging: { ours: { ...LOAD, p99Ms: 830 }, common: SILENCE },
  failing: { ours: LOAD, common: LOAD },
};
