/** Why nobody was let in; each has its words in content/strings.ts. */
export const REFUSALS = [
  "access_denied",
  "foreign_answer",
  "used_code",
  "refused",
  "missing_scope",
  "forbidden",
  "misconfigured",
  "rate_limited",
  "unreachable",
  "stranger",
  "no_owner",
  "no_app",
  "no_secret",
  "insecure",
  "expired",
  "too_many",
  "budget_spent",
  "failed",
] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface Refused {
  readonly type: "refused";
  readonly refusal: Refusal;
  /** Epoch ms before which another attempt is pointless. */
  readonly retryAt?: number | undefined;
}

/** Lets nobody in, and says why. @param retryAt epoch ms before which another attempt is pointless */
export function refuse(refusal: Refusal, retryAt?: number): Refused {
  return { type: "refused", refusal, ...(retryAt !== undefined && { retryAt }) };
}
