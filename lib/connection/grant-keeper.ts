import type { Store } from "@/lib/store/store";
import { chooseGrant } from "./choose-grant";
import type { EnvironmentToken } from "./choose-grant";
import { loadGrant, saveGrant } from "./grant-record";
import type { GrantRecord } from "./grant-record";
import type { ConnectionLog } from "./log";
import type { Seal } from "./seal";

/** Instances that write at the same moment try again this often. */
const MOST_TRIES = 10;

/** Holds the authorization in memory and keeps it, sealed, in the store. */
export interface GrantKeeper {
  current(): GrantRecord | undefined;
  /** Reads the store again: another instance may have rotated the token, or the owner signed in. */
  load(): Promise<GrantRecord | undefined>;
  /** Takes a new one: in memory at once, in the store before this resolves, if that can be. */
  keep(grant: GrantRecord, isRotated: boolean): Promise<void>;
  /** Tries again to store what could not be stored. */
  retry(): Promise<void>;
  /** The newest refresh token is in this process's memory only. */
  isUnsaved(): boolean;
}

interface KeeperOptions {
  readonly store: Store;
  /** None: nothing is stored. */
  readonly seal: Seal | undefined;
  readonly environment: EnvironmentToken | undefined;
  readonly log: ConnectionLog;
}

export function createGrantKeeper({ store, seal, environment, log }: KeeperOptions): GrantKeeper {
  let held: GrantRecord | undefined;
  let isUnsaved = false;
  let saidForeign = false;

  async function readStore(): Promise<{ stored: GrantRecord | undefined; version: string | null }> {
    if (seal === undefined) return { stored: undefined, version: null };
    const { grant, version, isForeign } = await loadGrant(store, seal);
    if (isForeign && !saidForeign) {
      saidForeign = true;
      log.warn(
        "The stored connection was sealed with another SESSION_SECRET and cannot be opened; the environment's token is used. Restore the old secret, or sign in again.",
      );
    }
    return { stored: grant, version };
  }

  /** Why the authorization could not be stored; undefined when it is. */
  async function save(grant: GrantRecord): Promise<string | undefined> {
    if (seal === undefined) return "Set SESSION_SECRET.";
    if (!store.durable) return "Set REDIS_URL or DATA_DIR: the only store is this process's memory.";
    try {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const { stored, version } = await readStore();
        const rival = chooseGrant(stored, environment);
        if (rival && isLater(rival, grant)) {
          held = rival;
          return undefined;
        }
        if (await saveGrant(store, seal, grant, version)) return undefined;
      }
      return "Too many instances wrote it at once; it is tried again.";
    } catch (error) {
      return say(error);
    }
  }

  return {
    current: () => held,
    async load() {
      try {
        const { stored } = await readStore();
        const chosen = chooseGrant(stored, environment);
        // What could not be stored yet is newer than what is stored.
        if (!held || !chosen || isLater(chosen, held)) held = chosen ?? held;
      } catch (error) {
        held ??= chooseGrant(undefined, environment);
        log.warn(`The stored connection cannot be read; going on with the last one. ${say(error)}`);
      }
      return held;
    },
    async keep(grant, isRotated) {
      held = grant;
      const problem = await save(grant);
      if (problem === undefined) isUnsaved = false;
      else if (isRotated) {
        isUnsaved = true;
        log.error(
          `Spotify sent a new refresh token that could not be stored; it is lost when this process ends. ${problem}`,
        );
      }
    },
    async retry() {
      if (!isUnsaved || !held || (await save(held)) !== undefined) return;
      isUnsaved = false;
      log.info("The new refresh token is stored now.");
    },
    isUnsaved: () => isUnsaved,
  };
}

/** Authorized later, or granted later within the same authorization. */
function isLater(a: GrantRecord, b: GrantRecord): boolean {
  const [authorizedA, authorizedB] = [a.authorizedAt ?? 0, b.authorizedAt ?? 0];
  if (authorizedA !== authorizedB) return authorizedA > authorizedB;
  return (a.grantedAt ?? 0) > (b.grantedAt ?? 0);
}

function say(error: unknown): string {
  return error instanceof Error ? error.message : "";
}
