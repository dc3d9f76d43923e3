import { seedRandom } from "@/lib/now-playing/testing/seed-random";
import { DAY, HOUR, SECOND } from "@/lib/now-playing/testing/made";
import { makeFormer } from "./former";
import { USUAL } from "./habits";
import { makeListening } from "./listening";
import type { Stretch } from "./listening";
import { countCalls, sumUpLags } from "./sum-up";
import type { FreshnessResults, FrontierPoint, TabResult, VisitsResult } from "./results";
import { simulate } from "./simulate";
import type { Outcome } from "./simulate";
import { END_ONLY, makeFixed, makeOurs } from "./strategies";
import type { Strategy } from "./strategies";
import { makeOpenTabs, makeVisits } from "./visitors";
import type { Visitor } from "./visitors";

/** The midnight before everything, by UTC. */
const FROM = Date.UTC(2026, 10, 1);

/** A budget begins full. Only then come the days that are like all others. */
const WARM_UP_DAYS = 2;

const BUDGET = 700;
const OTHER_BUDGETS = [200, 350, 500, 1000, 1400];
const FORMER_BUDGETS = [350, 500, BUDGET, 1000, 1400, 2000];
const INTERVALS_S = [5, 10, 30, 60, 123];

const VISITS_PER_DAY = 20;
const CROWD = 1_000;

/** A thousand tabs ask over a million times a day: a tenth of the days says enough. */
const CROWD_SHARE = 0.1;

/** A visitor who is on the page for 30 of 100 hours while music plays. */
const PLAYING_SHARE = 0.3;

interface Setting {
  readonly seed: number;
  readonly days: number;
  readonly stretches: readonly Stretch[];
}

/**
 * Measures by a virtual clock how late visitors see what happens, and what it costs, for ours and
 * for what others do.
 *
 * @param days measured days, 1 or more
 * @param seed the same seed gives the same results
 */
export function measureFreshness({
  days,
  seed,
}: {
  readonly days: number;
  readonly seed: number;
}): FreshnessResults {
  const stretches = makeListening(USUAL, FROM, WARM_UP_DAYS + days, seedRandom(seed));
  const setting = { seed, days, stretches };
  const tabs = [
    ...[BUDGET, ...OTHER_BUDGETS].map((limit) => measureTab(setting, "ours", makeOurs(limit))),
    ...FORMER_BUDGETS.map((limit) => measureTab(setting, "before", makeFormer(limit))),
    ...INTERVALS_S.map((s) => measureTab(setting, "fixed", makeFixed(s * SECOND))),
    measureTab(setting, "ends", END_ONLY),
  ];
  return {
    seed,
    days,
    listening: describeListening(setting),
    tabs,
    visits: [makeOurs(BUDGET), makeFormer(BUDGET)].map((ours) => measureVisits(setting, ours)),
    crowd: measureCrowd(setting),
    nobody: countFrom(setting, observe(setting, makeOurs(BUDGET), [])).perDay,
    frontier: tabs.map(toPoint),
  };
}

function begin(): number {
  return FROM + WARM_UP_DAYS * DAY;
}

function endOf({ days }: Setting): number {
  return begin() + days * DAY;
}

function observe(
  { seed, stretches }: Setting,
  strategy: Strategy,
  visitors: readonly Visitor[],
): Outcome {
  // The same chances for every strategy.
  const random = seedRandom(seed + 1);
  return simulate({ strategy, stretches, visitors, random, countFrom: begin() });
}

function countFrom({ days }: Setting, { calls }: Outcome): { perDay: number; worst: number } {
  return countCalls(calls, begin(), days);
}

function measureTab(setting: Setting, family: TabResult["family"], strategy: Strategy): TabResult {
  const { name, limit } = strategy;
  const to = endOf(setting);
  const outcome = observe(setting, strategy, [{ from: FROM, to }]);
  const hours = musicHours(setting);
  const playing = outcome.requests.playing / hours;
  const resting = outcome.requests.resting / (setting.days * 24 - hours);
  const mix = PLAYING_SHARE * playing + (1 - PLAYING_SHARE) * resting;
  return {
    name,
    family,
    budget: limit === Infinity ? null : limit,
    ...countFrom(setting, outcome),
    lags: sumUpLags(outcome.sights, begin()),
    requests: { playing, resting, mix },
  };
}

function measureVisits(setting: Setting, strategy: Strategy): VisitsResult {
  const random = seedRandom(setting.seed + 2);
  const visits = makeVisits(VISITS_PER_DAY, FROM, WARM_UP_DAYS + setting.days, random);
  const outcome = observe(setting, strategy, visits);
  return {
    name: strategy.name,
    ...countFrom(setting, outcome),
    count: outcome.firstViews.all,
    trueAtFirst: outcome.firstViews.true,
  };
}

function measureCrowd(setting: Setting): FreshnessResults["crowd"] {
  const days = Math.ceil(setting.days * CROWD_SHARE);
  const short = { ...setting, days };
  const to = endOf(short);
  const tabs = makeOpenTabs(CROWD, FROM, to, seedRandom(setting.seed + 3));
  const ours = makeOurs(BUDGET);
  const outcome = observe(short, ours, tabs);
  return {
    tabs: CROWD,
    days,
    ...countFrom(short, outcome),
    ofOneTab: countFrom(short, observe(short, ours, [{ from: FROM, to }])),
    lags: sumUpLags(outcome.sights, begin()),
  };
}

function musicHours(setting: Setting): number {
  const to = endOf(setting);
  return setting.stretches
    .filter(({ isPlaying }) => isPlaying)
    .reduce((sum, stretch) => {
      const lasts = Math.min(stretch.to, to) - Math.max(stretch.from, begin());
      return sum + Math.max(0, lasts) / HOUR;
    }, 0);
}

function describeListening(setting: Setting): FreshnessResults["listening"] {
  const { days, stretches } = setting;
  const perDay = (kind: string): number =>
    stretches.filter(
      ({ change, from }) => change === kind && from >= begin() && from < endOf(setting),
    ).length / days;
  return {
    musicHoursPerDay: musicHours(setting) / days,
    changesPerDay: {
      natural: perDay("natural"),
      skip: perDay("skip"),
      start: perDay("start"),
      pause: perDay("pause"),
      resume: perDay("resume"),
    },
  };
}

function toPoint({ name, family, perDay, lags }: TabResult): FrontierPoint {
  return {
    name,
    family,
    callsPerDay: perDay,
    naturalMeanS: lags.natural.meanS,
    skipMeanS: lags.skip.meanS,
  };
}
