import { test as base } from "@playwright/test";
import { createClient } from "@redis/client";
import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { startRedisServer } from "@/lib/store/testing/redis-server";
import type { RedisServer } from "@/lib/store/testing/redis-server";
import { describeEnvironment } from "@/scripts/emulator-environment";
import { readContract } from "./contract";
import { readOwnersHealth } from "./owners-health";
import { expect, startInstance } from "./site";
import type { Instance } from "./site";
import { song } from "./songs";

const SONG_S = 6;

interface Cluster {
  readonly emulator: Emulator;
  readonly redis: RedisServer;
  readonly instances: readonly Instance[];
  stop(): Promise<void>;
}

/** Processes of the site with one Redis, as many machines behind one address are. */
async function startCluster(count: number): Promise<Cluster> {
  const songs = Array.from({ length: 30 }, (_, index) => song(`Étude No. ${index + 1}`, SONG_S));
  const [emulator, redis] = await Promise.all([
    startEmulator({ playlist: songs }),
    startRedisServer(),
  ]);
  const instances = await Promise.all(
    Array.from({ length: count }, () =>
      startInstance((siteUrl) => ({
        ...describeEnvironment(emulator, { siteUrl, dataDir: "" }),
        REDIS_URL: redis.url,
      })),
    ),
  );
  return {
    emulator,
    redis,
    instances,
    async stop() {
      await Promise.all(instances.map((instance) => instance.stop()));
      await emulator.close();
      await redis.stop();
    },
  };
}

/** Visitors who come to one instance or another every 100 ms. Answers whatever was no answer. */
async function visit({ instances }: Cluster, ms: number): Promise<string[]> {
  const failures: string[] = [];
  const until = Date.now() + ms;
  async function comeAgain(): Promise<void> {
    for (let visits = 0; Date.now() < until; visits++) {
      const instance = instances[visits % instances.length];
      if (instance === undefined) return;
      try {
        const response = await fetch(instance.api);
        const answer = readContract(await response.text());
        if (response.status !== 200 || answer.state === "unavailable") {
          failures.push(`${response.status} ${JSON.stringify(answer)}`);
        }
      } catch (error) {
        failures.push(String(error));
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await Promise.all(Array.from({ length: 4 }, comeAgain));
  return failures;
}

/** Has every instance play: what a process does first takes longer where several start at once. */
async function warmUp({ instances }: Cluster): Promise<void> {
  for (const { api } of instances) {
    await expect
      .poll(async () => readContract(await (await fetch(api)).text()).state, { timeout: 20_000 })
      .toBe("playing");
  }
}

/** Everything that a Redis holds, names and values. */
async function readAll(url: string): Promise<string> {
  const client = await createClient({ url }).connect();
  try {
    const keys = await client.keys("*");
    const values = await Promise.all(keys.map((key) => client.get(key)));
    return [...keys, ...values].join("\n");
  } finally {
    client.destroy();
  }
}

const test = base.extend<{ count: number; cluster: Cluster }>({
  count: [4, { option: true }],
  cluster: async ({ count }, use) => {
    const cluster = await startCluster(count);
    await warmUp(cluster);
    await use(cluster);
    await cluster.stop();
  },
});

for (const count of [2, 4]) {
  test.describe(`${count} at once`, () => {
    test.use({ count });

    test(`cost Spotify no more calls than one may make`, async ({ cluster }) => {
      cluster.emulator.control.resetCounters();
      const started = Date.now();
      expect(await visit(cluster, 18_000)).toEqual([]);
      const seconds = (Date.now() - started) / 1_000;
      const { token, currentlyPlaying } = cluster.emulator.control.state().counters;
      expect(token).toBe(0);
      // One at the end of each song.
      expect(currentlyPlaying).toBeLessThanOrEqual(Math.ceil(seconds / SONG_S));
      const health = await Promise.all(
        cluster.instances.map(({ url }) => readOwnersHealth(url, cluster.emulator)),
      );
      const remaining = health.map(({ budget }) => budget.remaining);
      expect(new Set(remaining).size).toBe(1);
      expect(remaining[0]).toBeLessThanOrEqual(700 - currentlyPlaying);
    });
  });
}

test("a Redis that is killed, loses everything and comes back costs no visitor an answer, and no token", async ({
  cluster,
}) => {
  const { emulator, redis, instances } = cluster;
  emulator.control.options({ rotation: "strict" });
  const visiting = visit(cluster, 27_000);
  for (let times = 0; times < 3; times++) {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await redis.kill();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    // What was granted last is refused, so that a new token is needed while Redis is away.
    emulator.control.expireAccessTokens();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await redis.restart();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  }
  expect(await visiting).toEqual([]);
  const { token, currentlyPlaying } = emulator.control.state().counters;
  expect(token).toBeGreaterThanOrEqual(3);
  expect(currentlyPlaying).toBeLessThanOrEqual(20);
  const logs = instances.map((instance) => instance.log()).join("");
  expect(logs).not.toContain("invalid_grant");
  const kept = await readAll(redis.url);
  expect(kept).toContain("liner-notes:connection/grant");
  for (const secret of emulator.issued()) expect(`${logs}${kept}`).not.toContain(secret);
  for (const { url } of instances) {
    await expect
      .poll(async () => (await (await fetch(`${url}/api/health`)).json()).store, {
        timeout: 20_000,
      })
      .toEqual({ kind: "redis", durable: true, shared: true, works: true });
  }
});
