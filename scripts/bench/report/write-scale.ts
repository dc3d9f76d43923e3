import type { ScaleResults, ScaleRun } from "@/scripts/bench/scale/results";
import { formatMs, formatNumber } from "./numbers";
import type { Section } from "./section";
import { writeAllowance } from "./write-allowance";
import type { Costs } from "./write-allowance";
import { writeTable } from "./write-table";

/** Of fewer requests the start of a process would tell, and not the answers. */
const ENOUGH = 1_000;

/** The part of the report about what visitors cost as they become more. */
export function writeScale(results: ScaleResults, costs: Costs): Section {
  const { songSeconds, one, fourOnRedis, behindCache } = results;
  const seconds = one[0]?.seconds ?? 0;
  const parts = [
    "## Scale\n",
    `Tabs that are open at the same time, over real HTTP, for ${seconds} s each: they come within 10 s, poll as the footer does, with \`If-None-Match\` as browsers send it, and see a song of ${songSeconds} s end. Tabs and servers share one machine, so the slowest answers tell of that machine's limit and not of the network.\n`,
    writeRuns([
      ["one instance", one],
      ["four on one Redis", fourOnRedis],
      ["one, behind a small cache", behindCache],
    ]),
    fourOnRedis.length === 0
      ? "Four instances were left out: this machine has no `redis-server`.\n"
      : "",
    "### Beyond what one machine can try\n",
    writeAllowance(costs),
  ];
  return { markdown: parts.filter((part) => part !== "").join("\n"), charts: {} };
}

function writeRuns(setups: readonly (readonly [string, readonly ScaleRun[]])[]): string {
  return writeTable(
    [
      { name: "Served by" },
      { name: "tabs", isNumber: true },
      { name: "requests", isNumber: true },
      { name: "in the busiest second", isNumber: true },
      { name: "unanswered", isNumber: true },
      { name: "p50", isNumber: true },
      { name: "p99", isNumber: true },
      { name: "reached a server", isNumber: true },
      { name: "calls to Spotify", isNumber: true },
      { name: "processor each", isNumber: true },
    ],
    setups.flatMap(([name, runs]) => runs.map((run) => runRow(name, run))),
  );
}

function runRow(name: string, run: ScaleRun): string[] {
  return [
    name,
    formatNumber(run.pollers),
    formatNumber(run.requests),
    formatNumber(run.busiestSecond),
    formatNumber(run.unanswered),
    formatMs(run.p50Ms),
    formatMs(run.p99Ms),
    formatNumber(run.reached),
    formatNumber(run.calls),
    run.requests >= ENOUGH ? formatMs(run.cpuMs / run.requests) : "–",
  ];
}
