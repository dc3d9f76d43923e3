import type { Sentence } from "@/lib/telling/say";
import { say } from "@/lib/telling/say";
import { explain } from "@/lib/telling/explained-error";
import type { Store } from "@/lib/store/store";
import type { Log } from "@/lib/telling/events";
import { chooseGrant } from "./choose-grant";
import type { EnvironmentToken } from "./choose-grant";
import { countAfter, isDisconnection, loadDecision, saveDecision } from "./grant-record";
import { compareDecisions, isSame, isSameSignIn } from "./compare-decisions";
import type { Decision, Disconnection, GrantRecord, StoredDecision } from "./grant-record";
import type { Seal } from "./seal";

/** Instances that write at the same moment try again this often. */
const MOST_TRIES = 10;

/** Holds the owner's last decision in memory and keeps it, sealed, in the store. */
export interface GrantKeeper {
  /** The authorization in force; undefined where there is none, or its owner has ended it. */
  current(): GrantRecord | undefined;
  /** Epoch ms at which the owner ended it. */
  disconnectedAt(): number | undefined;
  /** Reads the store again: another instance may have rotated the token, or the owner decided anew. */
  load(): Promise<GrantRecord | undefined>;
  /**
   * Takes what a refresh made of `old`: in memory at once, in the store before this resolves, if that
   * can be. False when the owner has decided anew meanwhile: then it is dropped.
   */
  keep(grant: GrantRecord, old: GrantRecord): Promise<boolean>;
  /** Takes a new decision of the owner's, whatever is stored; answers why it could not be stored. */
  decide(decision: Decision): Promise<Sentence | undefined>;
  /** Tries again to store what could not be stored. */
  retry(): Promise<void>;
  /** The newest refresh token, or decision, is in this process's memory only. */
  isUnsaved(): boolean;
  /** The store could not be read the last time. */
  isAway(): boolean;
  /** Whether the store had lost what it held since this was last asked. */
  noticedLoss(): boolean;
}

interface KeeperOptions {
  readonly store: Store;
  /** None: nothing secret is stored. */
  readonly seal: () => Seal | undefined;
  readonly environment: EnvironmentToken | undefined;
  readonly log: Log;
}

export function createGrantKeeper(options: KeeperOptions): GrantKeeper {
  const { store, environment, log } = options;
  let held: Decision | undefined;
  /** The store's version that `held` has been compared with. */
  let seen: string | null | undefined;
  /** What the store held when it was last read. */
  let last: StoredDecision | undefined;
  /** `held` is newer than what is stored. */
  let isDirty = false;
  let isUnsaved = false;
  let isAway = false;
  let hasLost = false;
  let saidForeign = false;

  /** Reads the store and takes over what is newer there. */
  async function look(): Promise<StoredDecision> {
    const seal = options.seal();
    const found = await loadDecision(store, seal);
    if (found.foreign !== undefined && seal !== undefined && !saidForeign) {
      saidForeign = true;
      log.warn(
        say`The stored connection cannot be opened: SESSION_SECRET is another one than it was sealed with, or it is damaged. It is never overwritten, only set aside: restore the old secret, or sign in again.`,
        "connection_foreign",
      );
    }
    const isNews = found.version !== seen;
    const isLost = isNews && found.version === null && typeof seen === "string";
    seen = found.version;
    last = found;
    const chosen = chooseGrant(found.decision, environment);
    if (held === undefined) {
      held = chosen;
    } else if (isLost) {
      // A store that has lost what it held, as a Redis may, gets it back.
      hasLost = isDirty = true;
    } else if (isNews && isEnd(found.decision, held)) {
      // Decided after what is held: whichever token stands in this machine's environment, it was meant.
      takeOrReplace(found.decision, held);
    } else if (isNews && chosen !== undefined && isSame(chosen, found.decision)) {
      takeOrReplace(chosen, held);
    }
    return found;
  }

  /** What others have made of it is taken over; what is older, as one of them may have brought back, is replaced. */
  function takeOrReplace(found: Decision, ours: Decision): void {
    const order = compareDecisions(found, ours);
    if (order > 0 || (order === 0 && !isDirty)) {
      held = found;
      isDirty = isUnsaved = false;
    } else {
      isDirty = true;
    }
  }

  /** Why what is held could not be stored; undefined when it is. */
  async function save(): Promise<Sentence | undefined> {
    const seal = options.seal();
    if (seal === undefined && !isDisconnection(held)) return say`Set SESSION_SECRET.`;
    if (!store.durable)
      return say`Set DATA_DIR to a folder that can be written, or REDIS_URL: the only store is this process's memory.`;
    try {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        // The store is read before Spotify is asked. To read it once more before writing would only
        // prolong the time in which a new token is lost with this process; what is not as it was is
        // refused, and then looked at.
        const found = tries === 0 && last && last.version === seen ? last : await look();
        const decision: Decision | undefined = held;
        if (!isDirty || !decision) return undefined;
        const version = await saveDecision(store, seal, decision, found);
        if (version === undefined) continue;
        seen = version;
        if (held !== decision) continue;
        isDirty = isUnsaved = false;
        return undefined;
      }
      return isDirty ? say`Too many instances wrote it at once; it is tried again.` : undefined;
    } catch (error) {
      return explain(error);
    }
  }

  const current = () => (isDisconnection(held) ? undefined : held);

  return {
    current,
    disconnectedAt: () => (isDisconnection(held) ? held.disconnectedAt : undefined),
    async load() {
      try {
        await look();
        isAway = false;
        if (isDirty && !isUnsaved) await save();
      } catch (error) {
        held ??= chooseGrant(undefined, environment);
        if (!isAway)
          log.warn(
            say`The stored connection cannot be read; going on with the last one. ${explain(error)}`,
            "connection_unreadable",
          );
        isAway = true;
      }
      return current();
    },
    async keep(grant, old) {
      if (!isSameSignIn(held, old)) return false;
      const isNew = !grant.refreshToken.equals(current()?.refreshToken);
      held = grant;
      isDirty = true;
      const problem = await save();
      if (problem === undefined || !isNew || isUnsaved) return true;
      isUnsaved = true;
      log.error(
        say`Spotify sent a new refresh token that could not be stored; it is lost when this process ends. ${problem}`,
        "refresh_token_unsaved",
      );
      return true;
    },
    async decide(decision) {
      const found = await loadDecision(store, options.seal()).catch(() => undefined);
      // Nothing that is read from now on is news before it is written after this.
      if (found) seen = found.version;
      held = { ...decision, turn: countAfter(held, found?.decision) };
      isDirty = true;
      const problem = await save();
      isUnsaved = problem !== undefined;
      return problem;
    },
    async retry() {
      if (!isUnsaved || (await save()) !== undefined) return;
      log.info(say`What could not be stored is stored now.`, "refresh_token_saved");
    },
    isUnsaved: () => isUnsaved,
    isAway: () => isAway,
    noticedLoss() {
      const noticed = hasLost;
      hasLost = false;
      return noticed;
    },
  };
}

function isEnd(found: Decision | undefined, held: Decision): found is Disconnection {
  return isDisconnection(found) && compareDecisions(found, held) > 0;
}
