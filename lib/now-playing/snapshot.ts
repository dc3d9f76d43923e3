import type { Store } from "@/lib/store/store";
import type { Item, Truth } from "./model";
import { TRUTH_TTL_MS } from "./publish";
import { loadTruth, saveTruth } from "./stored";

/** The one truth of a process, kept in the store so that restarts and other instances share it. */
export interface Snapshot {
  /** The truth, if it is young enough to be shown. */
  at(now: number): Truth | undefined;
  /** Takes over what another instance, or this one before a restart, knows better. */
  adopt(now: number): Promise<boolean>;
  /** Takes a new truth; answers whether the store could keep it. */
  replace(truth: Truth): Promise<boolean>;
  /** Adds a cover's colour once it is found, unless something else is shown by then. */
  addTint(artSmall: string, tint: string, now: number): Promise<void>;
}

/** @param onStoreFailure told when the store fails; the snapshot goes on from memory */
export function createSnapshot(store: Store, onStoreFailure: (error: unknown) => void): Snapshot {
  let truth: Truth | undefined;

  async function adopt(now: number): Promise<boolean> {
    const stored = await loadTruth(store).catch(onStoreFailure);
    // A truth from the future is of a clock that has been set back since: it would never age.
    if (!stored || stored.asOf > now) return false;
    if (truth && truth.asOf <= now && !isBetter(stored, truth)) return false;
    truth = stored;
    return true;
  }

  async function replace(next: Truth): Promise<boolean> {
    truth = next;
    try {
      await saveTruth(store, next);
      return true;
    } catch (error) {
      onStoreFailure(error);
      return false;
    }
  }

  return {
    at: (now) => (truth && now - truth.asOf < TRUTH_TTL_MS ? truth : undefined),
    adopt,
    replace,
    async addTint(artSmall, tint, now) {
      // What another instance has read since must not be written over.
      await adopt(now);
      const item = shownItem(truth);
      if (!truth || !item || item.artSmall !== artSmall || item.tint !== undefined) return;
      await replace(tinted(truth, { ...item, tint }));
    },
  };
}

/** Newer, or the same with the colour that another instance has found meanwhile. */
function isBetter(stored: Truth, held: Truth): boolean {
  if (stored.asOf !== held.asOf) return stored.asOf > held.asOf;
  const [theirs, ours] = [shownItem(stored), shownItem(held)];
  return theirs?.tint !== undefined && ours?.tint === undefined && theirs.key === ours?.key;
}

/** The item that visitors see now: what plays, or else what was heard last. */
export function shownItem(truth: Truth | undefined): Item | undefined {
  if (truth === undefined) return undefined;
  return truth.current.state === "nothing" ? truth.lastHeard?.item : truth.current.item;
}

function tinted(truth: Truth, item: Item): Truth {
  const { current, lastHeard } = truth;
  return current.state === "nothing"
    ? { ...truth, lastHeard: lastHeard && { ...lastHeard, item } }
    : { ...truth, current: { ...current, item } };
}
