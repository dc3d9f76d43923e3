import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "@/emulator/server";
import { createConnection } from "@/lib/connection/connection";
import { createSeal } from "@/lib/connection/seal";
import { Secret } from "@/lib/secret";
import { createFileStore } from "@/lib/store/file-store";
import { nodeFiles } from "@/lib/store/files";
import { thisMachine } from "@/lib/store/machine";
import { createRedisStore } from "@/lib/store/redis-store";
import type { Store } from "@/lib/store/store";
import { startRedisServer } from "@/lib/store/testing/redis-server";
import { SILENT_LOG } from "@/lib/telling/silent-log";
import { keepCredentials } from "@/lib/testing/keep-credentials";
import { findMedian } from "@/scripts/find-median";

const GRANT_KEY = "connection/grant";
const GRANT_FILE = "connection_grant.json";

/** How long a new refresh token is known to one process only, in ms. */
export interface Window {
  readonly medianMs: number;
  readonly longestMs: number;
}

export interface WindowResults {
  readonly renewals: number;
  readonly file: Window;
  readonly redis: Window;
}

/**
 * Measures in a real process, over real HTTP, the time from the arrival of Spotify's answer to the
 * moment at which the new token can be seen in the store.
 */
export async function measureWindow(renewals: number): Promise<WindowResults> {
  const folder = await mkdtemp(join(tmpdir(), "window-"));
  const server = await startRedisServer();
  const redis = createRedisStore({ url: new Secret(server.url) });
  try {
    return {
      renewals,
      file: await time(renewals, (onStored) => openFileStore(folder, onStored)),
      redis: await time(renewals, (onStored) => watchStore(redis, onStored)),
    };
  } finally {
    await redis.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file store whose new token can be seen as soon as its file has its name. */
function openFileStore(folder: string, onStored: () => void): Store {
  const rename: typeof nodeFiles.rename = async (from, to) => {
    await nodeFiles.rename(from, to);
    if (to.endsWith(GRANT_FILE)) onStored();
  };
  const files = { ...nodeFiles, rename };
  return createFileStore({ folder, machine: { ...thisMachine, files } });
}

function watchStore(store: Store, onStored: () => void): Store {
  return {
    ...store,
    async set(key, value, options) {
      const version = await store.set(key, value, options);
      if (key === GRANT_KEY && version !== undefined) onStored();
      return version;
    },
  };
}

async function time(renewals: number, open: (onStored: () => void) => Store): Promise<Window> {
  const emulator = await startEmulator();
  const credentials = keepCredentials(emulator.credentials);
  emulator.control.options({ rotation: "strict" });
  let answeredAt = 0;
  let clock = Date.now();
  const times: number[] = [];
  const connection = createConnection({
    hosts: {
      accountsUrl: emulator.url,
      apiUrl: emulator.url,
      async fetch(url, init) {
        const response = await fetch(url, init);
        answeredAt = performance.now();
        return response;
      },
    },
    credentials,
    environment: credentials,
    store: open(() => times.push(performance.now() - answeredAt)),
    seal: createSeal(new Secret("a secret of more than thirty-two characters")),
    now: () => clock,
    log: SILENT_LOG,
  });
  for (let i = 0; i < renewals; i++) {
    await connection.withAccessToken(async (token) => token);
    clock += 60 * 60_000;
  }
  await emulator.close();
  return { medianMs: findMedian(times), longestMs: Math.max(...times) };
}
