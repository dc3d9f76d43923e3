import { say } from "@/lib/telling/say";
import { ExplainedError } from "@/lib/telling/explained-error";
import type { Lock, Store } from "./store";
import { within } from "./within";

/** Nobody waits longer than this (ms) for a store, */
const LONGEST_WAIT_MS = 1_000;

/**
 * but when the process starts, this long (ms): what the owner decided last lies there, the disk may be as
 * busy as everything else, and without an answer only the environment's word would be left.
 */
const FIRST_WAIT_MS = 2_500;

/** A store that did not answer is not asked again for this long (ms). */
const REST_MS = 30_000;

/**
 * The same store, but one that never answers fails instead, and then is left alone for a while: each
 * of the handful of questions that one reading asks of it would make a visitor wait.
 *
 * @param now epoch ms
 */
export function limitWaits(store: Store, now: () => number): Store {
  let silentSince = -Infinity;
  let wait = FIRST_WAIT_MS;

  async function ask<T>(work: () => Promise<T>): Promise<T> {
    const rest = now() - silentSince;
    // Less than nothing: the clock was set back.
    if (rest >= 0 && rest < REST_MS) {
      throw new ExplainedError(
        say`The store did not answer a moment ago; it will be asked again soon.`,
      );
    }
    const waited = wait;
    try {
      return await within(work(), waited, () => {
        silentSince = now();
        return new ExplainedError(say`The store did not answer within ${waited} ms.`);
      });
    } finally {
      wait = LONGEST_WAIT_MS;
    }
  }

  const limitLock = (lock: Lock): Lock => ({
    renew: (ttlMs) => ask(() => lock.renew(ttlMs)),
    release: () => ask(() => lock.release()),
  });

  return {
    kind: store.kind,
    durable: store.durable,
    shared: store.shared,
    get: (key) => ask(() => store.get(key)),
    set: (key, value, options) => ask(() => store.set(key, value, options)),
    delete: (key) => ask(() => store.delete(key)),
    async lock(key, ttlMs) {
      let taking: Promise<Lock | undefined> | undefined;
      try {
        const lock = await ask(() => (taking = store.lock(key, ttlMs)));
        return lock && limitLock(lock);
      } catch (error) {
        // A lock that arrives when nobody waits for it any more would keep everybody out.
        void taking?.then((late) => late?.release()).catch(() => undefined);
        throw error;
      }
    },
  };
}
