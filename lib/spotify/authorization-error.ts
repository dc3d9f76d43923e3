import { ExplainedError } from "@/lib/telling/explained-error";
import type { Sentence } from "@/lib/telling/say";

/**
 * Why a sign-in came to nothing.
 *
 * - `access_denied`: the author said no
 * - `foreign_answer`: the answer belongs to another sign-in, or to none
 * - `used_code`: its code was traded already, or is older than ten minutes
 * - `refused`: Spotify names another reason
 */
export type AuthorizationErrorCode = "access_denied" | "foreign_answer" | "used_code" | "refused";

/** A sign-in that came to nothing. The message says what to do and holds no secret. */
export class AuthorizationError extends ExplainedError {
  override readonly name = "AuthorizationError";

  constructor(
    readonly code: AuthorizationErrorCode,
    message: Sentence,
  ) {
    super(message);
  }
}

export function isAuthorizationError(error: unknown): error is AuthorizationError {
  return error instanceof Error && error.name === "AuthorizationError";
}
