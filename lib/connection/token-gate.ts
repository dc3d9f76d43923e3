import { z } from "zod";
import { closeGate, isClosed } from "@/lib/limits/gate";
import type { Gate } from "@/lib/limits/gate";
import type { Store } from "@/lib/store/store";

const KEY = "connection/gate";

/** An open gate is remembered this long (ms), so that refusals in a row are known as such. */
const MEMORY_MS = 60 * 60_000;

const schema = z.object({ kind: z.enum(["rate", "quota"]), until: z.number(), refusals: z.number() });

/** The token endpoint's own gate, while it is closed. It is kept in the store, for all instances. */
export async function loadTokenGate(store: Store, now: number): Promise<Gate | undefined> {
  const gate = await readGate(store);
  return isClosed(gate, now) ? gate : undefined;
}

/** Closes it after a 429. */
export async function shutTokenGate(
  store: Store,
  retryAfterMs: number | undefined,
  now: number,
): Promise<Gate> {
  const previous = await readGate(store).catch(() => undefined);
  const gate = closeGate(previous, { kind: "rate", retryAfterMs }, now);
  const ttlMs = gate.until - now + MEMORY_MS;
  await store.set(KEY, JSON.stringify(gate), { ttlMs }).catch(() => undefined);
  return gate;
}

async function readGate(store: Store): Promise<Gate | undefined> {
  const entry = await store.get(KEY);
  if (entry === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(entry.value)).data;
  } catch {
    return undefined;
  }
}
