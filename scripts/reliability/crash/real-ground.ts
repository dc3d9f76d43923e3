import { mkdtemp, readFile, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { Secret } from "@/lib/secret";
import { createFileStore } from "@/lib/store/file-store";
import { parseJson } from "@/lib/store/parse-json";
import { createRedisStore } from "@/lib/store/redis-store";
import type { Store } from "@/lib/store/store";
import { startRedisServer } from "@/lib/store/testing/redis-server";
import type { GroundKind } from "./ground";
import { lookAtFolder } from "./look-at-folder";
import type { FolderLook } from "./look-at-folder";

/** Where real processes keep what they know. */
export interface RealGround {
  /** What a process needs to find it. */
  readonly settings: object;
  /** It, as the parent sees it. */
  readonly store: Store;
  look(): Promise<FolderLook>;
  /** Whether a process of this number died with a mutex in its hand. */
  hasMutexOf(pid: number): Promise<boolean>;
  /** Lets minutes pass for all that lies there, and a new process write. */
  sweep(): Promise<void>;
  remove(): Promise<void>;
}

const MINUTES_AGO_MS = 3 * 60_000;

export async function openRealGround(kind: GroundKind): Promise<RealGround> {
  return kind === "file" ? openFolder() : openRedis();
}

async function openFolder(): Promise<RealGround> {
  const home = await mkdtemp(join(tmpdir(), "crash-real-"));
  const folder = join(home, "data");
  return {
    settings: { dataDir: folder },
    store: createFileStore({ folder }),
    look: () => lookAtFolder(folder),
    async hasMutexOf(pid) {
      const { mutexes } = await lookAtFolder(folder);
      const pids = await Promise.all(mutexes.map((name) => readHolder(join(folder, name))));
      return pids.includes(pid);
    },
    async sweep() {
      const then = (Date.now() - MINUTES_AGO_MS) / 1000;
      const names = await readdir(folder);
      await Promise.all(names.map((name) => utimes(join(folder, name), then, then)));
      await createFileStore({ folder }).set("crash/sweep", "x");
    },
    remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
  };
}

const holder = z.object({ pid: z.number() });

async function readHolder(path: string): Promise<number | undefined> {
  return parseJson(holder, await readFile(path, "utf8").catch(() => undefined))?.pid;
}

const NOTHING: FolderLook = { unreadable: [], drafts: [], mutexes: [], strange: [] };

async function openRedis(): Promise<RealGround> {
  const server = await startRedisServer();
  const store = createRedisStore({ url: new Secret(server.url) });
  return {
    settings: { redisUrl: server.url },
    store,
    look: async () => NOTHING,
    hasMutexOf: async () => false,
    sweep: async () => undefined,
    async remove() {
      await store.close();
      await server.stop();
    },
  };
}
