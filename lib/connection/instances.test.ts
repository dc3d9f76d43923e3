import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { keepCredentials } from "@/lib/testing/keep-credentials";
import { Secret } from "@/lib/secret";
import { fetchCurrentlyPlaying } from "@/lib/spotify/player";
import { createRedisStore } from "@/lib/store/redis-store";
import type { RedisStore } from "@/lib/store/redis-store";
import { startRedisServer } from "@/lib/store/testing/redis-server";
import type { RedisServer } from "@/lib/store/testing/redis-server";
import { createConnection } from "./connection";
import type { Connection } from "./connection";
import { createSeal } from "./seal";
import { HOUR, SECRET } from "./testing/rehearsal";

const INSTANCES = 4;

let redis: RedisServer;
let emulator: Emulator;
let time = Date.now();
let stores: RedisStore[] = [];
let instances: Connection[] = [];
const said: string[] = [];
const say = (message: string) => void said.push(message);

beforeAll(async () => {
  redis = await startRedisServer();
});
afterAll(() => redis.stop());

beforeEach(async () => {
  emulator = await startEmulator({ now: () => time });
  emulator.control.options({ rotation: "strict" });
  said.length = 0;
  stores = Array.from({ length: INSTANCES }, () =>
    createRedisStore({ url: new Secret(redis.url) }),
  );
  instances = stores.map((store) => open(store));
});

afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await emulator.close();
  await redis.restart();
});

function open(store: RedisStore): Connection {
  const { clientId, clientSecret, refreshToken } = keepCredentials(emulator.credentials);
  return createConnection({
    hosts: { accountsUrl: emulator.url, apiUrl: emulator.url },
    credentials: { clientId, clientSecret },
    environment: { refreshToken },
    store,
    seal: createSeal(SECRET),
    now: () => time,
    log: { info: say, warn: say, error: say },
  });
}

/** Every instance is asked by several visitors at once; each of them gets its answer. */
async function ask(): Promise<void> {
  const hosts = { accountsUrl: emulator.url, apiUrl: emulator.url };
  const visits = instances.flatMap((instance) => [instance, instance]);
  await Promise.all(
    visits.map((instance) =>
      instance.withAccessToken((token) => fetchCurrentlyPlaying(hosts, token)),
    ),
  );
}

describe("instances with one Redis and one-time refresh tokens", () => {
  it("make one refresh of all their wishes, fifty times over", { timeout: 60_000 }, async () => {
    for (let round = 1; round <= 50; round++) {
      await ask();
      expect(emulator.control.state().counters.token).toBe(round);
      time += HOUR;
    }
    // A token that was used twice would have ended the authorization.
    expect(said.join("\n")).not.toContain("invalid_grant");
  });

  it(
    "lose no token when Redis ends, with all its data, and comes back",
    { timeout: 60_000 },
    async () => {
      for (let round = 1; round <= 6; round++) {
        await ask();
        await redis.kill();
        // Nothing has to be renewed, so nobody notices.
        await ask();
        await redis.restart();
        time += 2_000;
        await expect
          .poll(() => stores[0]?.get("connection/grant").catch(() => "away"), { timeout: 8_000 })
          .not.toBe("away");
        await ask();
        // The newest token is back in the store: somebody new finds it there.
        const [store] = stores;
        const stored = await store?.get("connection/grant");
        expect(stored?.value).toMatch(/^v1\./);
        if (store) instances = [...instances.slice(0, INSTANCES - 1), open(store)];
        await ask();
        time += HOUR;
      }
      expect(emulator.control.state().counters.token).toBe(6);
      expect(said.join("\n")).not.toContain("invalid_grant");
    },
  );

  it(
    "wait for Redis with a refresh, rather than ask twice with one token",
    { timeout: 60_000 },
    async () => {
      await ask();
      time += HOUR;
      await redis.kill();
      const asking = ask();
      await new Promise((resolve) => setTimeout(resolve, 500));
      await redis.restart();
      await asking;
      expect(emulator.control.state().counters.token).toBe(2);
      expect(said.join("\n")).not.toContain("invalid_grant");
    },
  );
});
