import { randomBytes } from "node:crypto";
import { isDisconnection, loadDecision } from "@/lib/connection/grant-record";
import type { GrantRecord } from "@/lib/connection/grant-record";
import { createSeal } from "@/lib/connection/seal";
import type { Seal } from "@/lib/connection/seal";
import { Secret } from "@/lib/secret";
import { createMemoryStore } from "@/lib/store/memory-store";
import type { Store } from "@/lib/store/store";

/** How the keys begin under which a connection keeps its tokens. */
const TOKENS = "connection/grant";

/** A store in which no token is lost that the store behind it cannot keep. */
export interface TokenGuard {
  readonly store: Store;
  readonly seal: Seal;
  /** What has to be written down elsewhere. */
  caught(): Promise<GrantRecord | undefined>;
}

/**
 * @param seal none: tokens are not written to the store behind
 * @param works whether the store behind has been found to work
 */
export function guardToken(store: Store, seal: Seal | undefined, works: boolean): TokenGuard {
  const memory = createMemoryStore();
  const ownSeal = seal ?? createSeal(new Secret(randomBytes(32).toString("base64url")));
  let keeps = works && store.durable && seal !== undefined;

  async function orElse<T>(ask: () => Promise<T>, instead: () => Promise<T>): Promise<T> {
    if (!keeps) return instead();
    try {
      return await ask();
    } catch {
      keeps = false;
      return instead();
    }
  }

  return {
    seal: ownSeal,
    store: {
      kind: store.kind,
      durable: true,
      shared: store.shared,
      async get(key) {
        if (!key.startsWith(TOKENS)) return store.get(key);
        const held = await memory.get(key);
        // What the owner decided counts, also where nothing can be added to it.
        return held ?? (works ? store.get(key).catch(() => undefined) : undefined);
      },
      async set(key, value, options) {
        if (!key.startsWith(TOKENS)) return store.set(key, value, options);
        return orElse(
          () => store.set(key, value, options),
          () => memory.set(key, value),
        );
      },
      delete: (key) => store.delete(key),
      lock: (key, ttlMs) => store.lock(key, ttlMs),
    },
    async caught() {
      const { decision } = await loadDecision(memory, ownSeal);
      return isDisconnection(decision) ? undefined : decision;
    },
  };
}
