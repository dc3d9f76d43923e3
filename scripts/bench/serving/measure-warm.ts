import { load } from "@/scripts/bench/load";
import { startSmallCache } from "@/scripts/bench/small-cache";
import { makeSongs } from "@/scripts/bench/song";
import { startServer, startSpotify } from "@/scripts/bench/start-server";
import { countCalls } from "./count-calls";
import { readSettled } from "./read-settled";
import type { WarmResults } from "./results";

/** A song that outlasts every load, in s. */
const LONG = 3_600;

interface WarmOrder {
  /** The standalone server's file. */
  readonly file: string;
  readonly path: string;
  readonly seconds: number;
  readonly connections: number;
  /** With `If-None-Match` of the first answer. */
  readonly isUnchanged?: boolean;
  readonly isBehindCache?: boolean;
}

/** One way to answer, in a process of its own, after a first answer. */
export async function measureWarm(order: WarmOrder): Promise<WarmResults> {
  const { file, path, seconds, connections, isUnchanged, isBehindCache } = order;
  const spotify = await startSpotify({ playlist: makeSongs(1, LONG) });
  const server = await startServer(file, spotify);
  const cache = isBehindCache ? await startSmallCache(server.url) : undefined;
  try {
    const url = (cache ?? server).url + path;
    const settled = await readSettled(url);
    const etag = isUnchanged ? settled : null;
    spotify.control.resetCounters();
    const before = await server.usage();
    const measured = await load({
      url,
      seconds,
      connections,
      headers: etag === null ? {} : { "if-none-match": etag },
    });
    const after = await server.usage();
    return {
      load: measured,
      calls: countCalls(spotify, measured.requests),
      cpuMsPerThousand: ((after.cpuMs - before.cpuMs) / measured.requests) * 1_000,
      rssBytes: after.rssBytes,
    };
  } finally {
    cache?.stop();
    await server.stop();
    await spotify.close();
  }
}
