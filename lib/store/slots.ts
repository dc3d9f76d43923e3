import { randomUUID } from "node:crypto";
import { checkKey, checkTtl } from "./check-arguments";
import type { Entry, Lock, SetOptions, Store } from "./store";

/** What a place for values must offer for {@link openStore} to make a store of it. */
export interface Slots {
  read(slot: string): Promise<Entry | undefined>;
  write(slot: string, value: string, options: SetOptions): Promise<string | undefined>;
  /** Erases atomically; with a version, only while that is the stored one. Answers whether it did. */
  erase(slot: string, expectedVersion?: string): Promise<boolean>;
}

/**
 * Makes a store of slots that can compare and set. Locks need nothing more: a lock is a value
 * with a time to live that is written only where nothing is, and holds its owner's name.
 */
export function openStore(traits: Pick<Store, "kind" | "durable" | "shared">, slots: Slots): Store {
  return {
    ...traits,
    async get(key) {
      checkKey(key);
      return slots.read(key);
    },
    async set(key, value, options = {}) {
      checkKey(key);
      checkTtl(options.ttlMs);
      return slots.write(key, value, options);
    },
    async delete(key) {
      checkKey(key);
      await slots.erase(key);
    },
    async lock(key, ttlMs) {
      checkKey(key);
      checkTtl(ttlMs);
      // No key holds a dot, so no key can name another's lock.
      return takeLock(slots, `${key}.lock`, ttlMs);
    },
  };
}

async function takeLock(slots: Slots, slot: string, ttlMs: number): Promise<Lock | undefined> {
  const owner = randomUUID();
  const taken = await slots.write(slot, owner, { ttlMs, expectedVersion: null });
  if (taken === undefined) return undefined;

  // A lost comparison while the owner still is ours was our own other renewal: look again.
  async function whileOwned(act: (version: string) => Promise<boolean>): Promise<boolean> {
    for (;;) {
      const held = await slots.read(slot);
      if (held?.value !== owner) return false;
      if (await act(held.version)) return true;
    }
  }

  return {
    async renew(ttlMs) {
      checkTtl(ttlMs);
      return whileOwned(async (expectedVersion) => {
        const version = await slots.write(slot, owner, { ttlMs, expectedVersion });
        return version !== undefined;
      });
    },
    async release() {
      await whileOwned(async (version) => slots.erase(slot, version));
    },
  };
}
