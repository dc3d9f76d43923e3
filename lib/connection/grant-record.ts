import { createHash } from "node:crypto";
import { z } from "zod";
import { say } from "@/lib/telling/say";
import { ExplainedError } from "@/lib/telling/explained-error";
import type { Secret } from "@/lib/secret";
import { parseJson } from "@/lib/store/parse-json";
import type { Store } from "@/lib/store/store";
import type { Seal } from "./seal";
import { secretText } from "./secret-text";

/** Epoch ms, within what a Date can hold. */
const time = z.number().min(0).max(8.64e15);

/** Nobody decides so often; but what is not sealed may have been written by somebody else. */
const LAST_TURN = 1e9;

/** The owner's decisions are counted, so that the later one is known whatever the clocks of machines say. */
const turn = z.int().min(0).max(LAST_TURN).optional();

const record = z.object({
  turn,
  origin: z.enum(["environment", "sign-in"]),
  refreshToken: secretText,
  /** Epoch ms of the sign-in, where known. */
  authorizedAt: time.optional(),
  /** Hash of the environment's token that this grew from, or that was there when it was made. */
  environmentHash: z.string().optional(),
  /** Hash of the token that the sign-in brought, before it was rotated: it may be pasted later. */
  firstHash: z.string().optional(),
  accessToken: secretText.optional(),
  /** Epoch ms. */
  accessExpiresAt: time.optional(),
  /** Epoch ms at which the access token was granted. */
  grantedAt: time.optional(),
  scopes: z.array(z.string()).optional(),
  /** How often the tokens of this sign-in were renewed: the newest of them is known by it. */
  renewals: z.int().min(0).max(1e9).optional(),
});

/** An authorization as it is held in memory and, sealed, in the store. */
export type GrantRecord = z.infer<typeof record>;

/**
 * What stands in the place of an authorization once its owner has ended it. It holds no secret and is
 * not sealed: it counts whatever SESSION_SECRET is.
 */
const disconnection = z.object({
  turn,
  disconnectedAt: time,
  /** Hashes of the tokens that were ended, the environment's too: none of them is used again. */
  ended: z.array(z.string()),
});

export type Disconnection = z.infer<typeof disconnection>;

/** What the owner decided last: to be connected, or not to be. */
export type Decision = GrantRecord | Disconnection;

/** The count of a decision that is made after these. */
export function countAfter(...decisions: readonly (Decision | undefined)[]): number {
  const turns = decisions.map((decision) => decision?.turn ?? 0);
  return Math.min(Math.max(...turns) + 1, LAST_TURN);
}

export function isDisconnection(decision: Decision | undefined): decision is Disconnection {
  return decision !== undefined && "disconnectedAt" in decision;
}

const KEY = "connection/grant";

/** Where a record goes that cannot be opened, before another takes its place. */
const ASIDE_KEY = "connection/grant-set-aside";

export interface StoredDecision {
  readonly decision: Decision | undefined;
  readonly version: string | null;
  /** What stands there and cannot be opened: sealed with another secret, or damaged. */
  readonly foreign: string | undefined;
}

/**
 * The stored decision, opened; the one set aside, where only that can be opened.
 *
 * @param seal none: only a disconnection can be read
 */
export async function loadDecision(store: Store, seal: Seal | undefined): Promise<StoredDecision> {
  const entry = await store.get(KEY);
  if (entry === undefined) return { decision: undefined, version: null, foreign: undefined };
  const { value, version } = entry;
  const decision = parseJson(disconnection, value) ?? openRecord(value, seal);
  if (decision) return { decision, version, foreign: undefined };
  const aside = await store.get(ASIDE_KEY);
  return { decision: aside && openRecord(aside.value, seal), version, foreign: value };
}

function openRecord(sealed: string, seal: Seal | undefined): GrantRecord | undefined {
  return parseJson(record, seal?.open(sealed, KEY));
}

/**
 * Writes a decision over the one that was read: an authorization sealed, what could not be opened there
 * set aside first; a disconnection in clear, with everything else erased. Answers the new version, or
 * undefined when another instance was faster.
 */
export async function saveDecision(
  store: Store,
  seal: Seal | undefined,
  decision: Decision,
  { version, foreign }: StoredDecision,
): Promise<string | undefined> {
  const options = { expectedVersion: version };
  if (isDisconnection(decision)) {
    const saved = await store.set(KEY, JSON.stringify(decision), options);
    if (saved !== undefined) await store.delete(ASIDE_KEY);
    return saved;
  }
  if (seal === undefined) throw new ExplainedError(say`Set SESSION_SECRET.`);
  if (foreign !== undefined) await store.set(ASIDE_KEY, foreign);
  return store.set(KEY, seal.close(JSON.stringify(z.encode(record, decision)), KEY), options);
}

/** Tells one token from another without holding it. */
export function hashToken(token: Secret): string {
  return createHash("sha256")
    .update(`liner-notes ${token.reveal()}`)
    .digest("base64url")
    .slice(0, 22);
}
