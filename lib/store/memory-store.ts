import { openStore } from "./slots";
import type { Entry, Store } from "./store";

interface Held extends Entry {
  readonly expiresAt: number;
}

/**
 * A store that lives and dies with this process.
 *
 * @param options.now epoch ms; decides what has expired
 */
export function createMemoryStore({ now = Date.now }: { now?: () => number } = {}): Store {
  const entries = new Map<string, Held>();
  let writes = 0;

  function dropExpired(): void {
    for (const [slot, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(slot);
  }

  return openStore(
    { kind: "memory", durable: false, shared: false },
    {
      async read(slot) {
        dropExpired();
        const held = entries.get(slot);
        return held && { value: held.value, version: held.version };
      },
      async write(slot, value, { ttlMs = Infinity, expectedVersion }) {
        dropExpired();
        const current = entries.get(slot)?.version ?? null;
        if (expectedVersion !== undefined && expectedVersion !== current) return undefined;
        writes += 1;
        const version = String(writes);
        entries.set(slot, { value, version, expiresAt: now() + ttlMs });
        return version;
      },
      async erase(slot, expectedVersion) {
        dropExpired();
        const current = entries.get(slot)?.version;
        if (expectedVersion !== undefined && expectedVersion !== current) return false;
        return entries.delete(slot);
      },
    },
  );
}
