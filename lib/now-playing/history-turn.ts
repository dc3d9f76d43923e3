import type { Store } from "@/lib/store/store";
import { HISTORY_MS } from "./history";

const KEY = "now-playing/history-turn";

/** Instances' clocks may differ by this much (ms); a turn further ahead is of a clock corrected since. */
const SKEW_MS = 60_000;

interface TurnOptions {
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  /** Told when the store fails; each instance then has its own turns. */
  readonly onStoreFailure: (error: unknown) => void;
}

/**
 * The permission to ask for the history, one in five minutes for all instances that share the store.
 * It holds a moment, and nothing of the music. It is never given back: a reading that failed was one.
 *
 * @returns takes the turn, or answers when (epoch ms) that of another instance ends
 */
export function createHistoryTurn({
  store,
  now,
  onStoreFailure,
}: TurnOptions): () => Promise<number | undefined> {
  async function take(): Promise<number | undefined> {
    const entry = await store.get(KEY);
    const at = now();
    const end = at + HISTORY_MS;
    const held = Number(entry?.value);
    if (held > at && held <= end + SKEW_MS) return held;
    const options = { ttlMs: HISTORY_MS, expectedVersion: entry?.version ?? null };
    const isOurs = (await store.set(KEY, String(end), options)) !== undefined;
    return isOurs ? undefined : end;
  }

  return async () => {
    try {
      return await take();
    } catch (error) {
      onStoreFailure(error);
      return undefined;
    }
  };
}
