import { afterEach, beforeEach, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { createRedisStore } from "@/lib/store/redis-store";
import type { RedisStore } from "@/lib/store/redis-store";
import { startRedisServer } from "@/lib/store/testing/redis-server";
import type { RedisServer } from "@/lib/store/testing/redis-server";
import { loadDecision } from "./grant-record";
import { createSeal } from "./seal";
import { HOUR, MINUTE, SECRET, rehearse } from "./testing/rehearsal";

// Redis goes away after Spotify has answered, and before the new token is written.

let redis: RedisServer;
let store: RedisStore;
let scene = rehearse();
beforeEach(async () => {
  redis = await startRedisServer();
  store = createRedisStore({ url: new Secret(redis.url) });
  scene = rehearse();
  scene.spotify.rotation = "strict";
});
afterEach(async () => {
  await store.close();
  await redis.stop();
});

function connect(goAway: () => Promise<void>) {
  return scene.connect({
    store,
    hosts: {
      accountsUrl: "https://accounts.example",
      apiUrl: "https://api.example",
      async fetch(...asked) {
        const answer = await scene.spotify.fetch(...asked);
        await goAway();
        return answer;
      },
      now: scene.now,
    },
  });
}

it.each([
  ["is killed, with all it held", () => redis.kill(), () => redis.restart()],
  ["freezes", async () => redis.freeze(), async () => redis.thaw()],
])(
  "keeps a new token in memory when Redis %s before the write, and stores it when it is back",
  async (_, goAway, comeBack) => {
    let isDue = false;
    const connection = connect(async () => {
      if (isDue) await goAway();
    });
    await connection.withAccessToken(scene.spotify.use);
    scene.advance(HOUR);
    isDue = true;
    await connection.withAccessToken(scene.spotify.use);
    expect(connection.status()).toMatchObject({ state: "connected", isUnsaved: true });
    expect(scene.said.error).toEqual([expect.stringContaining("lost when this process ends")]);

    isDue = false;
    await comeBack();
    await expect.poll(() => store.get("a").then(() => "back"), { timeout: 8_000 }).toBe("back");
    scene.advance(MINUTE);
    await connection.load();
    expect(connection.status().isUnsaved).toBe(false);
    const { decision } = await loadDecision(store, createSeal(SECRET));
    expect(decision).toMatchObject({ refreshToken: new Secret("refresh-2") });
  },
);
