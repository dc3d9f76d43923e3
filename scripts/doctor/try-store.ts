import { randomUUID } from "node:crypto";
import type { Environment } from "@/lib/environment";
import type { Store } from "@/lib/store/store";
import type { StoreFacts } from "./facts";

const KEY = "doctor/probe";

/** Long enough for what is done here, in ms; what is left behind goes by itself. */
const TTL_MS = 60_000;

/** Writes, reads back and deletes a key of its own. */
export async function tryStore(
  store: Store,
  environment: Environment,
  warnings: readonly string[],
): Promise<StoreFacts> {
  const { kind, durable, shared } = store;
  const trouble = await findTrouble(store);
  return { kind, durable, shared, place: nameStore(kind, environment), trouble, warnings };
}

async function findTrouble(store: Store): Promise<string | undefined> {
  const value = randomUUID();
  try {
    await store.set(KEY, value, { ttlMs: TTL_MS });
    const entry = await store.get(KEY);
    if (entry?.value !== value) return "What was written did not come back.";
    await store.delete(KEY);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "It does not say why.";
  }
}

function nameStore(kind: Store["kind"], { dataDir = ".data" }: Environment): string {
  if (kind === "file") return `files in ${dataDir}`;
  return kind === "redis" ? "Redis" : "memory";
}
