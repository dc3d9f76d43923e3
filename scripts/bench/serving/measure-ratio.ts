import { load } from "@/scripts/bench/load";
import { makeSongs } from "@/scripts/bench/song";
import { startServer, startSpotify } from "@/scripts/bench/start-server";
import { findMedian } from "@/scripts/find-median";
import { readSettled } from "./read-settled";
import type { Ratio } from "./results";

const LONG_S = 3_600;
const WARM_UP_S = 1;

/** Short, so that both of a pair meet the same of whatever else the machine does; many pairs make up for it. */
const TURN_S = 2;

interface RatioOrder {
  readonly file: string;
  readonly connections: number;
  readonly pairs: number;
}

/**
 * Our route's throughput against the empty one's, in one process: measured in pairs, first the one and then
 * the other in turns, so that whatever else the machine does falls on both.
 */
export async function measureRatio(order: RatioOrder, isUnchanged = false): Promise<Ratio> {
  const { file, connections, pairs } = order;
  const spotify = await startSpotify({ playlist: makeSongs(1, LONG_S) });
  const server = await startServer(file, spotify);
  try {
    const ours = `${server.url}/api/now-playing`;
    const empty = `${server.url}/api/bench/empty`;
    const etag = await readSettled(ours);
    const headers = isUnchanged && etag !== null ? { "if-none-match": etag } : {};
    const pace = async (url: string, lasts: number) =>
      (await load({ url, seconds: lasts, connections, headers })).requestsPerSecond;

    await pace(ours, WARM_UP_S);
    await pace(empty, WARM_UP_S);
    const ratios: number[] = [];
    for (let pair = 0; pair < pairs; pair++) {
      const isOursFirst = pair % 2 === 0;
      const one = await pace(isOursFirst ? ours : empty, TURN_S);
      const other = await pace(isOursFirst ? empty : ours, TURN_S);
      ratios.push(isOursFirst ? one / other : other / one);
    }
    return summarise(ratios);
  } finally {
    await server.stop();
    await spotify.close();
  }
}

function summarise(ratios: readonly number[]): Ratio {
  return { median: findMedian(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}
