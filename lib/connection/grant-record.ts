import { createHash } from "node:crypto";
import { z } from "zod";
import type { Store } from "@/lib/store/store";
import type { Seal } from "./seal";

const record = z.object({
  origin: z.enum(["environment", "sign-in"]),
  refreshToken: z.string().min(1),
  /** Epoch ms of the sign-in, where known. */
  authorizedAt: z.number().optional(),
  /** Hash of the environment's token that this grew from, or that was there when it was made. */
  environmentHash: z.string().optional(),
  accessToken: z.string().optional(),
  /** Epoch ms. */
  accessExpiresAt: z.number().optional(),
  /** Epoch ms at which the access token was granted. */
  grantedAt: z.number().optional(),
  scopes: z.array(z.string()).optional(),
});

/** An authorization as it is held in memory and, sealed, in the store. */
export type GrantRecord = z.infer<typeof record>;

const KEY = "connection/grant";

export interface StoredGrant {
  readonly grant: GrantRecord | undefined;
  readonly version: string | null;
  /** Something is stored that this secret does not open. */
  readonly isForeign: boolean;
}

/** The stored authorization, opened. */
export async function loadGrant(store: Store, seal: Seal): Promise<StoredGrant> {
  const entry = await store.get(KEY);
  if (entry === undefined) return { grant: undefined, version: null, isForeign: false };
  const text = seal.open(entry.value, KEY);
  const grant = text === undefined ? undefined : record.safeParse(JSON.parse(text)).data;
  return { grant, version: entry.version, isForeign: grant === undefined };
}

/** Seals and writes an authorization over the version read; false when another instance was faster. */
export async function saveGrant(
  store: Store,
  seal: Seal,
  grant: GrantRecord,
  expectedVersion: string | null,
): Promise<boolean> {
  const sealed = seal.close(JSON.stringify(grant), KEY);
  return (await store.set(KEY, sealed, { expectedVersion })) !== undefined;
}

/** Tells one token from another without holding it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(`liner-notes ${token}`).digest("base64url").slice(0, 22);
}
