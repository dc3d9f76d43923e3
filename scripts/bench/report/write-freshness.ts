import { checkAims } from "@/scripts/bench/freshness/aims";
import type { Aim } from "@/scripts/bench/freshness/aims";
import type { Budget } from "@/scripts/bench/budgets";
import type {
  FreshnessResults,
  FrontierPoint,
  Lag,
  TabResult,
} from "@/scripts/bench/freshness/results";
import { drawFrontier } from "./draw-frontier";
import type { FrontierSeries } from "./draw-frontier";
import { formatNumber } from "./numbers";
import { showChart } from "./section";
import type { Section } from "./section";
import { writeBudgets } from "./write-budgets";
import { writeTable } from "./write-table";

const CHARTS = { skips: "lag-of-skips.svg", ends: "lag-of-ends.svg" };
const BUDGET = 700;

/**
 * The part of the report about what calls buy.
 *
 * @param folder where the charts will lie, seen from the report
 */
export function writeFreshness(results: FreshnessResults, folder: string): Section {
  const { days, seed, listening, visits, crowd } = results;
  const { natural, skip, start, pause } = listening.changesPerDay;
  const [ours] = visits;
  const parts = [
    "## Freshness for calls\n",
    `A virtual clock, the real plan and the real poll schedule, ${days} made days (seed ${seed}) of ${hours(listening.musicHoursPerDay)} h of music each: ${count(natural)} songs that end, ${count(skip)} skips, which come in clusters and early in a song, ${count(start)} starts after silence and ${count(pause)} pauses a day. Late is what a visitor sees late: from the moment at which it happens to the answer that shows it, without the network between.\n`,
    "### One tab, open all day\n",
    showChart(
      folder,
      CHARTS.skips,
      describe(results, "skips", ({ skipMeanS }) => skipMeanS),
    ),
    showChart(
      folder,
      CHARTS.ends,
      describe(results, "songs’ ends", (p) => p.naturalMeanS),
    ),
    writeTabs(results),
    "### Other audiences\n",
    `Twenty visits a day of two minutes each cost ${formatNumber(ours?.perDay ?? 0)} calls a day (${ours?.worst ?? 0} in the worst 24 hours), and ${ours?.trueAtFirst ?? 0} of ${ours?.count ?? 0} saw within 2 s of the first answer what was true. ${formatNumber(crowd.tabs)} tabs that are always open cost ${formatNumber(crowd.perDay)} calls a day, ${formatNumber(crowd.worst)} in the worst 24 hours, over ${crowd.days} days in which one such tab costs ${formatNumber(crowd.ofOneTab.perDay)}: somebody among them always asks when a reading falls due. Nobody costs ${formatNumber(results.nobody)}.\n`,
    "### Held to\n",
    writeBudgets(listFreshnessBudgets(results)),
  ];
  return {
    markdown: parts.join("\n"),
    charts: {
      [CHARTS.skips]: draw(results, "skips", ({ skipMeanS }) => skipMeanS),
      [CHARTS.ends]: draw(results, "songs’ ends", ({ naturalMeanS }) => naturalMeanS),
    },
  };
}

/** The aims of freshness, as every other budget is told. */
export function listFreshnessBudgets(results: FreshnessResults): readonly Budget[] {
  return checkAims(results).map(toBudget);
}

function toBudget({ name, measured, most, least, isMet }: Aim): Budget {
  const text = name[0]?.toUpperCase() + name.slice(1);
  return {
    name: least === undefined ? text : `${text} (at least)`,
    measured: Math.round(measured * 100) / 100,
    limit: most ?? least ?? NaN,
    unit: "",
    isKept: isMet,
  };
}

function writeTabs({ tabs }: FreshnessResults): string {
  return writeTable(
    [
      { name: "Lag in s: mean, and 95 of 100 within" },
      { name: "calls a day", isNumber: true },
      { name: "worst 24 h", isNumber: true },
      { name: "ends", isNumber: true },
      { name: "skips", isNumber: true },
      { name: "starts", isNumber: true },
      { name: "pauses", isNumber: true },
      { name: "requests an hour", isNumber: true },
    ],
    tabs.map(tabRow),
  );
}

function tabRow({ name, perDay, worst, lags, requests }: TabResult): string[] {
  return [
    name,
    count(perDay),
    count(worst),
    lag(lags.natural),
    lag(lags.skip),
    lag(lags.start),
    lag(lags.pause),
    count(requests.mix),
  ];
}

function lag({ meanS, p95S }: Lag): string {
  return `${formatNumber(meanS, 1)} / ${formatNumber(p95S, 1)}`;
}

const count = (value: number): string => formatNumber(value);
const hours = (value: number): string => formatNumber(value, 1);

type Height = (point: FrontierPoint) => number;

function draw(results: FreshnessResults, what: string, height: Height): string {
  return drawFrontier({
    title: `How late ${what} are seen, and what that costs`,
    description: describe(results, what, height),
    series: listSeries(results, height),
    limit: { value: BUDGET, label: "the usual budget" },
  });
}

function listSeries({ frontier }: FreshnessResults, height: Height): FrontierSeries[] {
  const pick = (family: FrontierPoint["family"]) =>
    frontier
      .filter((point) => point.family === family)
      .toSorted((one, other) => one.callsPerDay - other.callsPerDay)
      .map((point) => ({ calls: point.callsPerDay, lagS: height(point), name: point.name }));
  const bare = (family: FrontierPoint["family"]) =>
    pick(family).map(({ calls, lagS }) => ({ calls, lagS }));
  const named = (family: FrontierPoint["family"]) =>
    pick(family).map(({ calls, lagS, name }) => ({ calls, lagS, label: name }));
  return [
    { name: "fixed intervals", role: "fixed", points: named("fixed") },
    { name: "ends of songs only", role: "alone", points: named("ends") },
    { name: "before the search", role: "before", points: bare("before") },
    { name: "Liner Notes", role: "ours", points: bare("ours") },
  ];
}

function describe({ frontier }: FreshnessResults, what: string, height: Height): string {
  const told = frontier
    .filter(({ family }) => family !== "before")
    .map(
      (point) =>
        `${point.name} ${formatNumber(height(point), 1)} s for ${formatNumber(point.callsPerDay)} calls`,
    );
  return `How late ${what} are seen on average, against calls to Spotify a day: ${told.join("; ")}.`;
}
