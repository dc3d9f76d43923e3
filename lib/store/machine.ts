import { setTimeout as sleep } from "node:timers/promises";
import { nodeFiles } from "./files";
import type { Files } from "./files";
import { hasEnded, identifySelf } from "./process-identity";
import type { ProcessIdentity } from "./process-identity";

/** What the file store stands on. A test replaces it by one whose processes die at a chosen moment. */
export interface Machine {
  readonly files: Files;
  /** Epoch ms, by the clock that files are stamped with. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** The process that asks. */
  identifySelf(): Promise<ProcessIdentity>;
  /** Whether a process has certainly ended; undefined where nobody here can tell. */
  hasEnded(identity: ProcessIdentity): Promise<boolean | undefined>;
}

/** The machine that this process runs on. */
export const thisMachine: Machine = {
  files: nodeFiles,
  now: Date.now,
  sleep: (ms) => sleep(ms),
  identifySelf,
  hasEnded,
};
