import { ExplainedError } from "@/lib/telling/explained-error";
import type { Sentence } from "@/lib/telling/say";

/**
 * What went wrong at one of Spotify's hosts.
 *
 * - `unauthorized`: the access token is expired or unknown; one refresh may mend it
 * - `permissions_missing`: the token lacks a scope; only a new sign-in mends it
 * - `forbidden`: the app or its owner may not (Premium lapsed, user not on the app's list)
 * - `rate_limited`, `quota_exceeded`: 429, over 30 seconds or over the day
 * - `invalid_grant`: the refresh token is expired, revoked or mangled
 * - `invalid_client`: client id or secret is wrong
 * - `server_error`: 5xx
 * - `timeout`, `network`, `too_large`, `malformed`: no answer that can be used
 * - `unexpected_status`: anything else
 */
export type SpotifyErrorCode =
  | "unauthorized"
  | "permissions_missing"
  | "forbidden"
  | "rate_limited"
  | "quota_exceeded"
  | "invalid_grant"
  | "invalid_client"
  | "server_error"
  | "timeout"
  | "network"
  | "too_large"
  | "malformed"
  | "unexpected_status";

interface SpotifyErrorDetails {
  readonly status?: number;
  /** Wait that the host asked for, in ms. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * A failed call to Spotify. The message says what to do next and never holds a token or a secret;
 * there is no `cause`, because the errors of fetch and of the OAuth library do hold them.
 */
export class SpotifyError extends ExplainedError {
  override readonly name = "SpotifyError";
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly code: SpotifyErrorCode,
    message: Sentence,
    details: SpotifyErrorDetails = {},
  ) {
    super(message);
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }
}

export function isSpotifyError(error: unknown): error is SpotifyError {
  return error instanceof Error && error.name === "SpotifyError";
}
