import type { Store } from "@/lib/store/store";

/** Adds one to a number in the store, trying again until no other writer was in between. */
export async function increment(store: Store, key: string): Promise<void> {
  for (;;) {
    const entry = await store.get(key);
    const next = String(Number(entry?.value ?? 0) + 1);
    const written = await store.set(key, next, { expectedVersion: entry?.version ?? null });
    if (written !== undefined) return;
  }
}
