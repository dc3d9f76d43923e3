import { createHash } from "node:crypto";
import { z } from "zod";
import type { Store } from "@/lib/store/store";
import type { Seal } from "./seal";

/** Epoch ms, within what a Date can hold. */
const time = z.number().min(0).max(8.64e15);

const record = z.object({
  origin: z.enum(["environment", "sign-in"]),
  refreshToken: z.string().min(1),
  /** Epoch ms of the sign-in, where known. */
  authorizedAt: time.optional(),
  /** Hash of the environment's token that this grew from, or that was there when it was made. */
  environmentHash: z.string().optional(),
  accessToken: z.string().optional(),
  /** Epoch ms. */
  accessExpiresAt: time.optional(),
  /** Epoch ms at which the access token was granted. */
  grantedAt: time.optional(),
  scopes: z.array(z.string()).optional(),
});

/** An authorization as it is held in memory and, sealed, in the store. */
export type GrantRecord = z.infer<typeof record>;

const KEY = "connection/grant";

/** Where a record goes that cannot be opened, before another takes its place. */
const ASIDE_KEY = "connection/grant-set-aside";

export interface StoredGrant {
  readonly grant: GrantRecord | undefined;
  readonly version: string | null;
  /** What stands there and cannot be opened: sealed with another secret, or damaged. */
  readonly foreign: string | undefined;
}

/** The stored authorization, opened; the one set aside, where only that can be opened. */
export async function loadGrant(store: Store, seal: Seal): Promise<StoredGrant> {
  const entry = await store.get(KEY);
  if (entry === undefined) return { grant: undefined, version: null, foreign: undefined };
  const { value, version } = entry;
  const grant = openRecord(value, seal);
  if (grant) return { grant, version, foreign: undefined };
  const aside = await store.get(ASIDE_KEY);
  return { grant: aside && openRecord(aside.value, seal), version, foreign: value };
}

function openRecord(sealed: string, seal: Seal): GrantRecord | undefined {
  const text = seal.open(sealed, KEY);
  try {
    return text === undefined ? undefined : record.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * Seals an authorization and writes it over the one that was read; what could not be opened there is
 * set aside first. Answers the new version, or undefined when another instance was faster.
 */
export async function saveGrant(
  store: Store,
  seal: Seal,
  grant: GrantRecord,
  over: StoredGrant,
): Promise<string | undefined> {
  if (over.foreign !== undefined) await store.set(ASIDE_KEY, over.foreign);
  const sealed = seal.close(JSON.stringify(grant), KEY);
  return store.set(KEY, sealed, { expectedVersion: over.version });
}

/** Tells one token from another without holding it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(`liner-notes ${token}`).digest("base64url").slice(0, 22);
}
