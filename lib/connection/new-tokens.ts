import type { Secret } from "@/lib/secret";

/** What a sign-in brought; nothing of it is stored yet. */
export interface NewTokens {
  readonly refreshToken: Secret;
  readonly accessToken: Secret;
  /** Epoch ms. */
  readonly accessExpiresAt: number;
  /** Epoch ms: the six months begin here. */
  readonly authorizedAt: number;
  readonly scopes: readonly string[];
}
