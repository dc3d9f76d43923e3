import { resolve } from "node:path";
import type { Environment } from "@/lib/environment";
import type { Tell } from "@/lib/telling/events";
import { createFileStore } from "@/lib/store/file-store";
import { createMemoryStore } from "@/lib/store/memory-store";
import { createRedisStore } from "@/lib/store/redis-store";
import type { Store } from "@/lib/store/store";

interface OpenOptions {
  /** Epoch ms. */
  readonly now?: () => number;
  readonly warn: Tell;
}

/** A store, and how to let go of it where it holds something open. */
export type OpenStore = Store & { close?(): Promise<void> };

/** The store that the environment asks for: Redis, a folder, or memory where nothing can be written. */
export function openStore(
  { redisUrl, dataDir, isVercel }: Pick<Environment, "redisUrl" | "dataDir" | "isVercel">,
  { now = Date.now, warn }: OpenOptions,
): OpenStore {
  if (redisUrl !== undefined) return createRedisStore({ url: redisUrl, warn });
  if (isVercel && dataDir === undefined) return createMemoryStore({ now });
  return createFileStore({
    // Without the comment, Turbopack would take the whole project for data to deploy.
    folder: resolve(/* turbopackIgnore: true */ dataDir ?? ".data"),
    now,
    warn,
  });
}
