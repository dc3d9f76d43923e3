import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Secret } from "@/lib/secret";
import { createFileStore } from "@/lib/store/file-store";
import { createRedisStore } from "@/lib/store/redis-store";
import type { Store } from "@/lib/store/store";
import { lookAtFolder } from "./look-at-folder";
import type { FolderLook } from "./look-at-folder";
import type { Stage, StagedProcess } from "./stage";
import { createStagedMachine } from "./staged-files";
import { createStagedRedis } from "./staged-redis";

/** Where staged processes keep what they know. */
export interface Ground {
  openStore(process: StagedProcess, warn: (message: string) => void): Store;
  look(): Promise<FolderLook>;
  remove(): void;
}

/** A folder in the memory of the machine, where there is one: nothing here waits for a disk. */
const MEMORY = "/dev/shm";

export type GroundKind = "file" | "redis";

export function createGround(kind: GroundKind, stage: Stage): Ground {
  return kind === "file" ? createFolder(stage) : createRedis(stage);
}

function createFolder(stage: Stage): Ground {
  const home = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "crash-"));
  const folder = join(home, "data");
  return {
    openStore: (process, warn) =>
      createFileStore({
        folder,
        now: stage.now,
        warn,
        machine: createStagedMachine(stage, process),
      }),
    look: () => lookAtFolder(folder),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

const NOTHING: FolderLook = { unreadable: [], drafts: [], mutexes: [], strange: [] };

function createRedis({ now }: Stage): Ground {
  const redis = createStagedRedis(now);
  return {
    openStore: (process, warn) =>
      createRedisStore({
        url: new Secret("redis://stage"),
        now,
        warn,
        open: () => Promise.resolve(redis.connect(process)),
      }),
    look: () => Promise.resolve(NOTHING),
    remove: () => undefined,
  };
}
