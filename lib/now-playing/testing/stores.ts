import { createMemoryStore } from "@/lib/store/memory-store";
import type { Store } from "@/lib/store/store";

const place = { kind: "memory", durable: false, shared: false } as const;

/** A store that fails whatever it is asked, until it is mended; then it passes everything on. */
export function makeFailingStore(inner: Store): Store & { fails: boolean } {
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    if (store.fails) throw new Error("Connection lost.");
    return work();
  };
  const store: Store & { fails: boolean } = {
    ...place,
    fails: true,
    get: (key) => ask(() => inner.get(key)),
    set: (key, value, options) => ask(() => inner.set(key, value, options)),
    delete: (key) => ask(() => inner.delete(key)),
    lock: (key, ttlMs) => ask(() => inner.lock(key, ttlMs)),
  };
  return store;
}

const never = (): Promise<never> => new Promise(() => undefined);

/** A store that never answers. */
export function makeSilentStore(): Store {
  return { ...place, get: never, set: never, delete: never, lock: never };
}

/** A memory store that says it is shared, as one of several machines would. */
export function makeSharedStore(inner: Store = createMemoryStore()): Store {
  return { ...inner, shared: true };
}
