import { LRUCache } from "lru-cache";
import { explain } from "@/lib/telling/explained-error";
import type { Tell } from "@/lib/telling/events";

const MOST_FAILURES = 200;
const RETRY_AFTER_MS = 5 * 60_000;

export interface FindOnceOptions<T extends {}> {
  /** Finds out something about a cover; what it throws is told to `warn`. */
  readonly find: (url: string) => Promise<T>;
  /** Where what was found stays. */
  readonly kept: LRUCache<string, T>;
  /** Told, in one sentence, why something could not be found. */
  readonly warn: Tell;
  /** Epoch ms; decides when a failure is tried again. */
  readonly now: () => number;
}

/**
 * Finds out something about covers, once for all who ask at a time; what failed is not tried again for 5
 * minutes.
 *
 * @returns a function that gives undefined for what cannot be found, and never throws
 */
export function createFindOnce<T extends {}>({ find, kept, warn, now }: FindOnceOptions<T>) {
  const failedAt = new LRUCache<string, number>({ max: MOST_FAILURES });
  const inFlight = new Map<string, Promise<T | undefined>>();

  async function findAndKeep(url: string): Promise<T | undefined> {
    try {
      const found = await find(url);
      kept.set(url, found);
      failedAt.delete(url);
      return found;
    } catch (error) {
      failedAt.set(url, now());
      warn(explain(error), "cover_failed");
      return undefined;
    } finally {
      inFlight.delete(url);
    }
  }

  return async (url: string): Promise<T | undefined> => {
    const known = kept.get(url);
    const failed = failedAt.get(url) ?? -Infinity;
    if (known !== undefined || now() - failed < RETRY_AFTER_MS) return known;
    const running = inFlight.get(url) ?? findAndKeep(url);
    inFlight.set(url, running);
    return running;
  };
}
