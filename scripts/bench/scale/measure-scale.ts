import { spawnSync } from "node:child_process";
import { startRedisServer } from "@/lib/store/testing/redis-server";
import { startSmallCache } from "@/scripts/bench/small-cache";
import type { SmallCache } from "@/scripts/bench/small-cache";
import { makeSongs } from "@/scripts/bench/song";
import { startServer, startSpotify } from "@/scripts/bench/start-server";
import type { Server } from "@/scripts/bench/start-server";
import { pollOverHttp } from "./poll-over-http";
import type { ScaleResults, ScaleRun } from "./results";

const PATH = "/api/now-playing";

/** Long enough for all tabs to have come before the first song ends, in s. */
const SONG_S = 20;

interface ScaleOrder {
  readonly file: string;
  /** How long each run lasts; a song ends in it. */
  readonly seconds: number;
  /** Tabs that are open at the same time, for each run. */
  readonly sizes: readonly number[];
  /** At which four instances are measured too, which one machine soon has no room for, and a cache. */
  readonly redisSizes: readonly number[];
  readonly cacheSizes: readonly number[];
  readonly say: (line: string) => void;
}

interface Setup {
  readonly servers: readonly Server[];
  readonly cache: SmallCache | undefined;
}

/** What a site costs as its visitors grow: on one instance, on four with one Redis, and behind a small cache. */
export async function measureScale(order: ScaleOrder): Promise<ScaleResults> {
  const { file, seconds, sizes, redisSizes, cacheSizes, say } = order;
  const each = async (
    title: string,
    counts: readonly number[],
    run: (pollers: number) => Promise<ScaleRun>,
  ) => {
    const runs: ScaleRun[] = [];
    for (const count of counts) {
      say(`${title}: ${count} open tabs, ${seconds} s`);
      runs.push(await run(count));
    }
    return runs;
  };
  return {
    songSeconds: SONG_S,
    one: await each("One instance", sizes, (pollers) => measure({ file, seconds, pollers })),
    fourOnRedis: await each("Four instances", hasRedis() ? redisSizes : [], async (pollers) => {
      const redis = await startRedisServer();
      try {
        return await measure({ file, seconds, pollers, instances: 4, redisUrl: redis.url });
      } finally {
        await redis.stop();
      }
    }),
    behindCache: await each("Behind a cache", cacheSizes, (pollers) =>
      measure({ file, seconds, pollers, isBehindCache: true }),
    ),
  };
}

function hasRedis(): boolean {
  return spawnSync("redis-server", ["--version"]).status === 0;
}

interface RunOrder {
  readonly file: string;
  readonly seconds: number;
  readonly pollers: number;
  readonly instances?: number;
  readonly redisUrl?: string;
  readonly isBehindCache?: boolean;
}

async function measure(order: RunOrder): Promise<ScaleRun> {
  const { file, seconds, pollers, instances = 1, redisUrl = "", isBehindCache } = order;
  const spotify = await startSpotify({ playlist: makeSongs(50, SONG_S) });
  const servers: Server[] = [];
  let cache: SmallCache | undefined;
  try {
    for (let index = 0; index < instances; index++) {
      servers.push(await startServer(file, spotify, { REDIS_URL: redisUrl }));
    }
    cache = isBehindCache ? await startSmallCache(servers[0]?.url ?? "") : undefined;
    await Promise.all(servers.map(({ url }) => fetch(url + PATH)));
    spotify.control.jump({ index: 0, positionMs: 0 });
    spotify.control.resetCounters();
    const before = await addUp({ servers, cache });
    const polled = await pollOverHttp({
      urls: (cache ? [cache] : servers).map(({ url }) => url + PATH),
      pollers,
      seconds,
    });
    const after = await addUp({ servers, cache });
    const { token, currentlyPlaying, recentlyPlayed } = spotify.control.state().counters;
    return {
      ...polled,
      calls: token + currentlyPlaying + recentlyPlayed,
      reached: cache ? after.passedOn - before.passedOn : polled.requests,
      cpuMs: after.cpuMs - before.cpuMs,
      rssBytes: after.rssBytes,
    };
  } finally {
    cache?.stop();
    await Promise.all(servers.map((server) => server.stop()));
    await spotify.close();
  }
}

async function addUp({ servers, cache }: Setup) {
  const usages = await Promise.all(servers.map((server) => server.usage()));
  return {
    cpuMs: usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    rssBytes: Math.max(...usages.map(({ rssBytes }) => rssBytes)),
    passedOn: cache?.counts().passedOn ?? 0,
  };
}
