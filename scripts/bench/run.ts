import type { Budget } from "./budgets";
import { buildApp } from "./build-app";
import { buildSite } from "./build-site";
import { describeMachine } from "./describe-machine";
import { measureFreshness } from "./freshness/measure-freshness";
import { listFreshnessBudgets } from "./report/write-freshness";
import type { Results } from "./report/write-report";
import { measureScale } from "./scale/measure-scale";
import { LENIENT, listServingBudgets } from "./serving/list-serving-budgets";
import { measureRatio } from "./serving/measure-ratio";
import { OURS, measureServing } from "./serving/measure-serving";
import { measureTrouble } from "./serving/measure-trouble";
import { measureWarm } from "./serving/measure-warm";
import { makeSongs } from "./song";
import { startServer, startSpotify } from "./start-server";
import type { WeightResults } from "./weight/results";
import { measureWeight } from "./weight/measure-weight";

type Say = (line: string) => void;

const SEED = 1;
const FULL = { days: 40, seconds: 12, pairs: 15, scaleSeconds: 30 };
const QUICK = { days: 8, seconds: 2, pairs: 3, troubleSeconds: 6 };

const SIZES = [1, 10, 100, 1_000, 10_000];
const REDIS_SIZES = [100, 1_000];
const CACHE_SIZES = [1_000, 10_000];

/** Outlasts the weighing, in s. */
const LONG_S = 3_600;

/** Everything, one after the other: nothing is measured while something else runs. */
export async function runFull(say: Say): Promise<Results> {
  const started = Date.now();
  const machine = describeMachine();
  say("Building the site, and an app of three routes");
  const site = await buildSite();
  const file = await buildApp();
  say(`Freshness: ${FULL.days} days by a virtual clock`);
  const freshness = measureFreshness({ days: FULL.days, seed: SEED });
  say("Weight");
  const weight = await weigh(site);
  const { seconds, pairs, scaleSeconds } = FULL;
  const serving = await measureServing({ file, seconds, pairs, say });
  const scale = await measureScale({
    file,
    seconds: scaleSeconds,
    sizes: SIZES,
    redisSizes: REDIS_SIZES,
    cacheSizes: CACHE_SIZES,
    say,
  });
  const tookSeconds = (Date.now() - started) / 1_000;
  return { machine, tookSeconds, serving, freshness, weight, scale };
}

/** Ratios and counts that hold on any machine; what a page weighs, the browser's tests know. */
export async function runQuick(say: Say): Promise<readonly Budget[]> {
  const { days, seconds, pairs, troubleSeconds } = QUICK;
  const connections = 10;
  say("Building an app of three routes");
  const file = await buildApp();
  say("Throughput, calls, and Spotify hanging");
  const ratio = await measureRatio({ file, connections, pairs });
  const ours = await measureWarm({ file, path: OURS, seconds, connections });
  const hanging = await measureTrouble({ file, seconds: troubleSeconds }, OURS, "hang");
  say(`Freshness: ${days} days by a virtual clock`);
  const freshness = measureFreshness({ days, seed: SEED });
  return [
    ...listServingBudgets({ ratio, ours, hanging: { ours: hanging } }, LENIENT),
    ...listFreshnessBudgets(freshness),
  ];
}

async function weigh(site: string): Promise<WeightResults> {
  const spotify = await startSpotify({ playlist: makeSongs(1, LONG_S) });
  const server = await startServer(site, spotify);
  try {
    return await measureWeight({ baseUrl: server.url });
  } finally {
    await server.stop();
    await spotify.close();
  }
}
