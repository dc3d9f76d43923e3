import { measureCold } from "./measure-cold";
import { measureRatio } from "./measure-ratio";
import { measureTrouble } from "./measure-trouble";
import { measureWarm } from "./measure-warm";
import type { ServingResults } from "./results";

export const OURS = "/api/now-playing";
const EMPTY = "/api/bench/empty";
const COMMON = "/api/bench/common";
const COMMON_CACHED = "/api/bench/common-cached";

interface ServingOrder {
  /** The standalone server of the built app. */
  readonly file: string;
  /** How long each load lasts. */
  readonly seconds: number;
  readonly pairs: number;
  readonly say: (line: string) => void;
}

/** Our route, the empty one and the common pattern: one build, one emulator, one machine, one after the other. */
export async function measureServing(order: ServingOrder): Promise<ServingResults> {
  const { file, seconds, pairs, say } = order;
  const connections = 10;
  const usual = { file, seconds, connections };
  say("Throughput, in pairs with the empty route");
  const ratio = await measureRatio({ file, connections, pairs });
  const ratioUnchanged = await measureRatio({ file, connections, pairs }, true);
  say("Each way to answer, in a process of its own");
  const empty = await measureWarm({ ...usual, path: EMPTY });
  const ours = await measureWarm({ ...usual, path: OURS });
  const oursUnchanged = await measureWarm({ ...usual, path: OURS, isUnchanged: true });
  const common = await measureWarm({ ...usual, path: COMMON });
  const commonBehindCache = await measureWarm({
    ...usual,
    path: COMMON_CACHED,
    isBehindCache: true,
  });
  const oursBehindCache = await measureWarm({ ...usual, path: OURS, isBehindCache: true });
  say("A process that has just started");
  const cold = { ours: await measureCold(file, OURS), common: await measureCold(file, COMMON) };
  say("Spotify in trouble");
  const long = { file, seconds: Math.max(seconds, 12) };
  const hanging = {
    ours: await measureTrouble(long, OURS, "hang"),
    common: await measureTrouble(long, COMMON, "hang"),
  };
  const failing = {
    ours: await measureTrouble(long, OURS, "503"),
    common: await measureTrouble(long, COMMON, "503"),
  };
  return {
    connections,
    seconds,
    ratio,
    ratioUnchanged,
    empty,
    ours,
    oursUnchanged,
    common,
    commonBehindCache,
    oursBehindCache,
    cold,
    hanging,
    failing,
  };
}
