import type { FreshnessResults, Lag } from "./results";

/** Something the results have to keep to. */
export interface Aim {
  readonly name: string;
  readonly measured: number;
  /** `measured` is at most, or at least, this. */
  readonly most?: number;
  readonly least?: number;
  readonly isMet: boolean;
}

/** How much more a crowd may cost than one tab: it asks at the very moment a reading is due. */
const CROWD_COSTS = 1.1;

/** Holds the results to what was promised; a missing result meets no aim. */
export function checkAims(results: FreshnessResults): readonly Aim[] {
  const { crowd, nobody } = results;
  const ours = results.tabs.find(({ family, budget }) => family === "ours" && budget === 700);
  const [visits] = results.visits;
  const lag = (kind: "natural" | "skip" | "start", part: keyof Lag): number =>
    ours?.lags[kind][part] ?? NaN;
  return [
    atMost("one tab: calls in any 24 hours", ours?.worst, 700),
    atMost("one tab: natural changes, mean lag in s", lag("natural", "meanS"), 3),
    atMost("one tab: natural changes, p95 lag in s", lag("natural", "p95S"), 6),
    atMost("one tab: skips, mean lag in s", lag("skip", "meanS"), 45),
    atMost("one tab: starts, mean lag in s", lag("start", "meanS"), 120),
    atMost("one tab: requests per visible hour, 30 % playing", ours?.requests.mix, 60),
    atMost("visits: calls in any 24 hours", visits?.worst, 150),
    atLeast("visits: share true at first", share(visits), 1),
    atMost("a thousand tabs: calls in any 24 hours", crowd.worst, 700),
    atMost(
      "a thousand tabs: calls for each of one",
      crowd.perDay / crowd.ofOneTab.perDay,
      CROWD_COSTS,
    ),
    atMost("nobody: calls a day", nobody, 0),
  ];
}

function share(visits: FreshnessResults["visits"][number] | undefined): number | undefined {
  return visits && visits.trueAtFirst / visits.count;
}

function atMost(name: string, measured = NaN, most: number): Aim {
  return { name, measured, most, isMet: measured <= most };
}

function atLeast(name: string, measured = NaN, least: number): Aim {
  return { name, measured, least, isMet: measured >= least };
}
