import type { Outcome, Plot } from "./play";

/** How often processes died at one kind of step, and where in it. */
export interface PointCount {
  readonly kind: string;
  readonly before: number;
  readonly half: number;
  readonly after: number;
}

/** What came of the deaths of one plot. */
export interface PlotCount extends Plot {
  readonly kills: number;
  /** Deaths between Spotify's answer and the moment the new token was in the store, old one ended. */
  readonly tokensLost: number;
}

export interface KillResults {
  readonly seed: number;
  readonly kills: number;
  readonly tookSeconds: number;
  readonly points: readonly PointCount[];
  /** Different points that were hit: which step of which plot, and where in it. */
  readonly distinctPoints: number;
  readonly plots: readonly PlotCount[];
  /** Steps at which a token was lost that died with its process. */
  readonly lostAt: readonly PointCount[];
  /** Deaths that left a draft, and a mutex, for others to sweep. */
  readonly left: { readonly drafts: number; readonly mutexes: number };
  /** What should not have been, in sentences. */
  readonly violations: readonly string[];
}

/** Counts the outcomes of many deaths. */
export function createTally() {
  const points = new Map<string, PointCount>();
  const lostAt = new Map<string, PointCount>();
  const plots = new Map<string, PlotCount>();
  const distinct = new Set<string>();
  const violations: string[] = [];
  let drafts = 0;
  let mutexes = 0;

  return {
    note(plot: Plot, outcome: Outcome): void {
      const { death, isTokenLost } = outcome;
      count(points, death);
      if (isTokenLost) count(lostAt, death);
      const name = describePlot(plot);
      distinct.add(`${name} ${outcome.step} ${death.kind} ${death.phase}`);
      const before = plots.get(name) ?? { ...plot, kills: 0, tokensLost: 0 };
      const tokensLost = before.tokensLost + (isTokenLost ? 1 : 0);
      plots.set(name, { ...before, kills: before.kills + 1, tokensLost });
      if (outcome.drafts > 0) drafts += 1;
      if (outcome.mutexes > 0) mutexes += 1;
      const where = `${name}, ${death.phase} ${death.kind}`;
      for (const what of outcome.violations) violations.push(`${where}: ${what}`);
    },
    noteEnd(plot: Plot, left: readonly string[]): void {
      for (const what of left) violations.push(`${describePlot(plot)}: ${what}`);
    },
    read: () => ({
      points: sortCounts(points),
      distinctPoints: distinct.size,
      lostAt: sortCounts(lostAt),
      plots: [...plots.values()],
      left: { drafts, mutexes },
      violations,
    }),
  };
}

function count(counts: Map<string, PointCount>, { kind, phase }: Outcome["death"]): void {
  const known = counts.get(kind) ?? { kind, before: 0, half: 0, after: 0 };
  counts.set(kind, { ...known, [phase]: known[phase] + 1 });
}

function sortCounts(counts: Map<string, PointCount>): PointCount[] {
  return [...counts.values()].toSorted((a, b) => a.kind.localeCompare(b.kind));
}

function describePlot({ store, rotation, processes }: Plot): string {
  return `${store}, ${rotation}, ${processes === 1 ? "one process" : "two processes"}`;
}
