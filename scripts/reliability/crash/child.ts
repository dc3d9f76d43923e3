import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { createConnection } from "@/lib/connection/connection";
import { isConnectionError } from "@/lib/connection/connection-error";
import { createSeal } from "@/lib/connection/seal";
import { createMeter } from "@/lib/now-playing/meter";
import { openStore } from "@/lib/open-store";
import { Secret } from "@/lib/secret";
import { SpotifyError } from "@/lib/spotify/errors";
import { fetchCurrentlyPlaying } from "@/lib/spotify/player";
import type { Store } from "@/lib/store/store";
import { say } from "@/lib/telling/say";
import { keepCredentials } from "@/lib/testing/keep-credentials";

// A process that renews the author's token as fast as it can, until it is killed. It says each thing
// that happens in a line.

const settings = z
  .object({
    url: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    refreshToken: z.string(),
    secret: z.string(),
    redisUrl: z.string().optional(),
    dataDir: z.string().optional(),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));

const PAUSE_MS = 50;

/** Turns, and waits for them, are this much shorter than in life: one that a killed process held would take ten seconds. */
const HASTE = 20;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const printWarning = (message: string): void => print(`warning ${message}`);

const { url, redisUrl, dataDir } = settings;
const credentials = keepCredentials(settings);
const hosts = { accountsUrl: url, apiUrl: url };
const place = { redisUrl: redisUrl ? new Secret(redisUrl) : undefined, dataDir, isVercel: false };
const opened = openStore(place, { warn: printWarning });
const store: Store = {
  ...opened,
  async lock(key, ttlMs) {
    const lock = await opened.lock(key, ttlMs / HASTE);
    return lock && { ...lock, renew: (ttlMs) => lock.renew(ttlMs / HASTE) };
  },
};
const meter = createMeter({
  store,
  limit: 1_000_000,
  now: Date.now,
  onStoreFailure: (error) => printWarning(String(error)),
});
const connection = createConnection({
  hosts,
  credentials,
  environment: credentials,
  store,
  seal: createSeal(new Secret(settings.secret)),
  sleep: (ms) => sleep(ms / HASTE),
  log: { info: () => undefined, warn: printWarning, error: printWarning },
});

let used: Secret | undefined;

async function read(): Promise<void> {
  used = await connection.withAccessToken(async (token) => {
    // As if an hour had passed since this token came.
    if (used?.equals(token)) throw new SpotifyError("unauthorized", say`This token was used.`);
    await meter.permit();
    await fetchCurrentlyPlaying(hosts, token);
    return token;
  });
}

for (;;) {
  try {
    await read();
    print("read");
  } catch (error) {
    const isOver = isConnectionError(error) && error.code === "reauthorize";
    print(isOver ? `${connection.status().state} ${error.message}` : `failed ${String(error)}`);
    await sleep(PAUSE_MS);
  }
}
