import { LATENCY_MS } from "@/scripts/bench/start-server";
import type { Load } from "@/scripts/bench/load";
import { listServingBudgets } from "@/scripts/bench/serving/list-serving-budgets";
import type { Ratio, ServingResults, WarmResults } from "@/scripts/bench/serving/results";
import { drawBars } from "./draw-bars";
import type { Bar } from "./draw-bars";
import { formatBytes, formatMs, formatNumber, formatRate, formatRatio } from "./numbers";
import { showChart } from "./section";
import type { Section } from "./section";
import { writeBudgets } from "./write-budgets";
import { writeTable } from "./write-table";

const CHART = "calls-per-thousand.svg";
const NONE = "–";

/**
 * The part of the report about serving.
 *
 * @param folder where the charts will lie, seen from the report
 */
export function writeServing(results: ServingResults, folder: string): Section {
  const { connections, seconds } = results;
  const parts = [
    "## Serving\n",
    `Our route, an empty one that answers \`{}\`, and the pattern that most sites of this kind share: a token for each request, then the song, then a few of its fields. All three stand in one Next build and meet one emulator, whose token host takes ${LATENCY_MS.accounts} ms and whose API takes ${LATENCY_MS.api} ms. ${connections} requests at a time, ${seconds} s for each load.\n`,
    "### Against the limit of the platform\n",
    writeRatios(results),
    "Measured in pairs, the one and then the other in turns, so that whatever else the machine did fell on both. What our route costs above the empty one is mostly Next's sending of our headers.\n",
    "### Against the usual pattern\n",
    showChart(folder, CHART, describeChart(results)),
    writeWarm(results),
    "Each line is a process and a load of its own: for ours against the empty route the pairs above are the better judge.\n",
    "### Cold, and in trouble\n",
    writeTrouble(results),
    writeNotes(results),
    "### Held to\n",
    writeBudgets(listServingBudgets(results)),
  ];
  return { markdown: parts.join("\n"), charts: { [CHART]: drawChart(results) } };
}

function writeRatios({ ratio, ratioUnchanged }: ServingResults): string {
  return writeTable(
    [
      { name: "Throughput, of the empty route's" },
      { name: "median", isNumber: true },
      { name: "least", isNumber: true },
      { name: "most", isNumber: true },
    ],
    [ratioRow("our answer", ratio), ratioRow("our 304", ratioUnchanged)],
  );
}

function writeWarm(results: ServingResults): string {
  return writeTable(
    [
      { name: "Warm" },
      { name: "calls per 1,000", isNumber: true },
      { name: "throughput", isNumber: true },
      { name: "p50", isNumber: true },
      { name: "p99", isNumber: true },
      { name: "answer", isNumber: true },
      { name: "processor each", isNumber: true },
      { name: "memory", isNumber: true },
    ],
    [
      warmRow("empty", results.empty),
      warmRow("ours", results.ours),
      warmRow("ours, 304", results.oursUnchanged),
      warmRow("the usual pattern", results.common),
      warmRow("ours, behind a small cache", results.oursBehindCache),
      warmRow("the usual pattern, behind it", results.commonBehindCache),
    ],
  );
}

function writeTrouble({ cold, hanging, failing }: ServingResults): string {
  return writeTable(
    [
      { name: "" },
      { name: "p50", isNumber: true },
      { name: "p99", isNumber: true },
      { name: "answers" },
      { name: "calls", isNumber: true },
    ],
    [
      loadRow("1,000 at once to a new process: ours", cold.ours.rush, cold.ours.rushCalls),
      loadRow("the usual pattern", cold.common.rush, cold.common.rushCalls),
      loadRow("Spotify hangs, 50 visitors a second: ours", hanging.ours),
      loadRow("the usual pattern", hanging.common),
      loadRow("Spotify answers 503: ours", failing.ours),
      loadRow("the usual pattern", failing.common),
    ],
  );
}

function describeAnswers({ statuses, unanswered }: Load): string {
  const told = Object.entries(statuses).map(
    ([status, count]) => `${formatNumber(count)} of status ${status}`,
  );
  const silent = unanswered > 0 ? [`${formatNumber(unanswered)} without an answer in 10 s`] : [];
  return [...told, ...silent].join(", ") || "none";
}

function writeNotes({ cold, oursBehindCache }: ServingResults): string {
  return [
    `The first request that a new process gets waits ${formatMs(cold.ours.firstMs)} for ours and ${formatMs(cold.common.firstMs)} for the usual pattern: the token and then the song, once for everybody or once for each. While Spotify hangs, ours waits 0.8 s at most for what is due and then tells the last that it knows, with its age; a 200 of the usual pattern during a failure says that nothing plays. `,
    `The small cache keeps what CDNs are told to keep: ours for at most 10 s and never past the song's end, the usual pattern's for 60 s and 30 more, whatever has ended meanwhile. Its ${formatRate(oursBehindCache.load.requestsPerSecond)} are the cache's own pace.\n`,
  ].join("");
}

function drawChart(results: ServingResults): string {
  return drawBars({
    title: "What a thousand requests cost Spotify",
    description: describeChart(results),
    unit: "Calls to Spotify for 1,000 requests",
    groups: [
      {
        bars: [
          makeBar("the usual pattern", results.common, false),
          makeBar("Liner Notes", results.ours, true),
        ],
      },
    ],
  });
}

function describeChart({ common, ours }: ServingResults): string {
  return `Calls to Spotify for 1,000 requests: the usual pattern ${formatNumber(callsOf(common), 2)}, ours ${formatNumber(callsOf(ours), 2)}.`;
}

function ratioRow(name: string, { median, least, most }: Ratio): string[] {
  return [name, formatRatio(median), formatRatio(least), formatRatio(most)];
}

function warmRow(name: string, results: WarmResults): string[] {
  const { load, cpuMsPerThousand, rssBytes } = results;
  return [
    name,
    formatNumber(callsOf(results), 2),
    formatRate(load.requestsPerSecond),
    formatWholeMs(load.p50Ms),
    formatWholeMs(load.p99Ms),
    formatBytes(load.bytesPerAnswer),
    formatMs(cpuMsPerThousand / 1_000),
    formatBytes(rssBytes),
  ];
}

function loadRow(name: string, load: Load, calls?: number): string[] {
  return [
    name,
    load.requests > 0 ? formatWholeMs(load.p50Ms) : NONE,
    load.requests > 0 ? formatWholeMs(load.p99Ms) : NONE,
    describeAnswers(load),
    calls === undefined ? NONE : formatNumber(calls),
  ];
}

function makeBar(name: string, results: WarmResults, isOurs: boolean): Bar {
  const value = callsOf(results);
  return { name, value, isOurs, label: formatNumber(value, value < 10 ? 2 : 0) };
}

function callsOf({ calls }: WarmResults): number {
  return calls.token + calls.player;
}

/** Loads are timed in whole milliseconds. */
function formatWholeMs(value: number): string {
  return value < 1 ? "< 1 ms" : `${formatNumber(value)} ms`;
}
