import type { ChangeKind } from "./listening";

/** How late changes were seen, in seconds. */
export interface Lag {
  /** How many changes there were. */
  readonly count: number;
  readonly meanS: number;
  /** 95 of 100 were seen no later than this. */
  readonly p95S: number;
}

/** Calls to Spotify. */
export interface Calls {
  readonly perDay: number;
  /** The most in any 24 hours. */
  readonly worst: number;
}

/** What a strategy gives one tab that is never closed. */
export interface TabResult extends Calls {
  readonly name: string;
  readonly family: "ours" | "before" | "fixed" | "ends";
  /** Most calls in any 24 hours; null where nobody counts. */
  readonly budget: number | null;
  /** By what happened: songs that ended, skips, starts after silence, pauses, and their ends. */
  readonly lags: Readonly<Record<ChangeKind, Lag>>;
  /** Requests an hour: while music plays, while none does, and of 30 % playing and 70 % not. */
  readonly requests: {
    readonly playing: number;
    readonly resting: number;
    readonly mix: number;
  };
}

/** Twenty visits a day of two minutes each. */
export interface VisitsResult extends Calls {
  readonly name: string;
  readonly count: number;
  /** Visits whose first view was true within 2 s of its answer. */
  readonly trueAtFirst: number;
}

/** Many tabs, and one tab through the same days. */
export interface CrowdResult extends Calls {
  readonly tabs: number;
  readonly days: number;
  readonly ofOneTab: Calls;
  /** As twenty of the tabs saw them. */
  readonly lags: Readonly<Record<ChangeKind, Lag>>;
}

/** One dot of the chart: what so many calls a day buy. */
export interface FrontierPoint {
  readonly name: string;
  readonly family: TabResult["family"];
  readonly callsPerDay: number;
  readonly naturalMeanS: number;
  readonly skipMeanS: number;
}

/** All that `measureFreshness` found, as plain data. */
export interface FreshnessResults {
  readonly seed: number;
  /** Days that were measured; two more came before, in which the budget settled. */
  readonly days: number;
  readonly listening: {
    readonly musicHoursPerDay: number;
    readonly changesPerDay: Readonly<Record<ChangeKind, number>>;
  };
  /** One tab, always open: ours, the one before ours, fixed intervals and ends only. */
  readonly tabs: readonly TabResult[];
  /** Ours, then the one before it. */
  readonly visits: readonly VisitsResult[];
  readonly crowd: CrowdResult;
  /** Calls a day when nobody looks. */
  readonly nobody: number;
  readonly frontier: readonly FrontierPoint[];
}
