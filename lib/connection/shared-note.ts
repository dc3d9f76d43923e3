import type { z } from "zod";
import { parseJson } from "@/lib/store/parse-json";
import type { Store } from "@/lib/store/store";

/** A small fact that instances tell each other through the store. While the store is away, memory holds it. */
export interface SharedNote<T> {
  /** As last read or written. */
  current(): T | undefined;
  /** As it stands in the store; never throws. */
  read(): Promise<T | undefined>;
  /** Never throws; what could not be written is written with the next reading. */
  write(note: T, ttlMs: number): Promise<void>;
  clear(): Promise<void>;
}

export function createSharedNote<T>(
  store: Store,
  key: string,
  schema: z.ZodType<T>,
): SharedNote<T> {
  let current: T | undefined;
  /** The write that still has to reach the store. */
  let pending: (() => Promise<unknown>) | undefined;

  async function settle(): Promise<void> {
    const write = pending;
    try {
      await write?.();
      if (pending === write) pending = undefined;
    } catch {
      // The store is away: it is tried again.
    }
  }

  return {
    current: () => current,
    async read() {
      await settle();
      if (pending) return current;
      try {
        current = parseJson(schema, (await store.get(key))?.value);
      } catch {
        // As above: what is known goes on being true.
      }
      return current;
    },
    async write(note, ttlMs) {
      current = note;
      pending = () => store.set(key, JSON.stringify(note), { ttlMs });
      await settle();
    },
    async clear() {
      current = undefined;
      pending = () => store.delete(key);
      await settle();
    },
  };
}
