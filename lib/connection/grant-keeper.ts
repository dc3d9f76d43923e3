import type { Store } from "@/lib/store/store";
import { chooseGrant } from "./choose-grant";
import type { EnvironmentToken } from "./choose-grant";
import { loadGrant, saveGrant } from "./grant-record";
import type { GrantRecord, StoredGrant } from "./grant-record";
import type { ConnectionLog } from "./log";
import type { Seal } from "./seal";

/** Instances that write at the same moment try again this often. */
const MOST_TRIES = 10;

const NOTHING: StoredGrant = { grant: undefined, version: null, foreign: undefined };

/** Holds the authorization in memory and keeps it, sealed, in the store. */
export interface GrantKeeper {
  current(): GrantRecord | undefined;
  /** Reads the store again: another instance may have rotated the token, or the owner signed in. */
  load(): Promise<GrantRecord | undefined>;
  /** Takes a new one: in memory at once, in the store before this resolves, if that can be. */
  keep(grant: GrantRecord): Promise<void>;
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
  /** The store's version that `held` has been compared with. */
  let seen: string | null | undefined;
  /** `held` is newer than what is stored. */
  let isDirty = false;
  let isUnsaved = false;
  let isAway = false;
  let saidForeign = false;

  /** Reads the store and takes over what is newer there. */
  async function look(): Promise<StoredGrant> {
    const found = seal === undefined ? NOTHING : await loadGrant(store, seal);
    if (found.foreign !== undefined && !saidForeign) {
      saidForeign = true;
      log.warn(
        "The stored connection cannot be opened: SESSION_SECRET is another one than it was sealed with, or it is damaged. It is never overwritten, only set aside: restore the old secret, or sign in again.",
      );
    }
    // While nobody else has written, what is held came from there or follows it, whatever the clocks say.
    const isNews = found.version !== seen;
    seen = found.version;
    const chosen = chooseGrant(found.grant, environment);
    const isFromStore = chosen?.refreshToken === found.grant?.refreshToken;
    const isRival = isNews && isFromStore && (!isDirty || (held && isLater(chosen, held)));
    if (held === undefined || isRival) {
      held = chosen ?? held;
      isDirty = isUnsaved = false;
    }
    return found;
  }

  /** Why the authorization could not be stored; undefined when it is. */
  async function save(): Promise<string | undefined> {
    if (seal === undefined) return "Set SESSION_SECRET.";
    if (!store.durable)
      return "Set DATA_DIR to a folder that can be written: the only store is this process's memory.";
    try {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const found = await look();
        const grant = held;
        if (!isDirty || !grant) return undefined;
        const version = await saveGrant(store, seal, grant, found);
        if (version === undefined) continue;
        seen = version;
        if (held === grant) isDirty = isUnsaved = false;
      }
      return isDirty ? "Too many instances wrote it at once; it is tried again." : undefined;
    } catch (error) {
      return say(error);
    }
  }

  return {
    current: () => held,
    async load() {
      try {
        await look();
        isAway = false;
      } catch (error) {
        held ??= chooseGrant(undefined, environment);
        if (!isAway)
          log.warn(
            `The stored connection cannot be read; going on with the last one. ${say(error)}`,
          );
        isAway = true;
      }
      return held;
    },
    async keep(grant) {
      const isNew = held?.refreshToken !== grant.refreshToken;
      held = grant;
      isDirty = true;
      const problem = await save();
      if (problem === undefined || !isNew || isUnsaved) return;
      isUnsaved = true;
      log.error(
        `Spotify sent a new refresh token that could not be stored; it is lost when this process ends. ${problem}`,
      );
    },
    async retry() {
      if (!isUnsaved || (await save()) !== undefined) return;
      log.info("The new refresh token is stored now.");
    },
    isUnsaved: () => isUnsaved,
  };
}

/** Authorized later, or granted later within the same authorization. */
function isLater(a: GrantRecord | undefined, b: GrantRecord): boolean {
  if (a === undefined) return false;
  const [authorizedA, authorizedB] = [a.authorizedAt ?? 0, b.authorizedAt ?? 0];
  if (authorizedA !== authorizedB) return authorizedA > authorizedB;
  return (a.grantedAt ?? 0) > (b.grantedAt ?? 0);
}

function say(error: unknown): string {
  return error instanceof Error ? error.message : "";
}
