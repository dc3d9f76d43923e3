import { ExplainedError } from "@/lib/telling/explained-error";
import type { Sentence } from "@/lib/telling/say";

/**
 * Why there is no access token.
 *
 * - `not_connected`: nobody has signed in
 * - `reauthorize`: Spotify refuses the refresh token; the owner has to sign in again
 * - `misconfigured`: Spotify refuses the client
 * - `rate_limited`: the token endpoint wants to be left alone
 */
export type ConnectionErrorCode =
  "not_connected" | "reauthorize" | "misconfigured" | "rate_limited";

/** No access token can be had now. The message says what to do and holds no secret. */
export class ConnectionError extends ExplainedError {
  override readonly name = "ConnectionError";

  constructor(
    readonly code: ConnectionErrorCode,
    message: Sentence,
    /** Epoch ms before which Spotify is not asked for a token again. */
    readonly retryAt?: number,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

export function isConnectionError(error: unknown): error is ConnectionError {
  return error instanceof Error && error.name === "ConnectionError";
}
