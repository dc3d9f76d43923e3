import { ExplainedError } from "@/lib/telling/explained-error";
import type { Sentence } from "@/lib/telling/say";

/**
 * Why a sign-in came to nothing.
 *
 * - `access_denied`: the author did not agree
 * - `foreign_answer`: the answer belongs to another sign-in, or to none
 * - `used_code`: its code was traded already, or is older than ten minutes
 * - `refused`: Spotify names another reason
 * - `missing_scope`: what cannot be done without was not granted
 * - `forbidden`: the account is not on the app's list, or the app's owner has no Premium
 * - `misconfigured`: Client ID or secret is wrong
 * - `rate_limited`: no call may be made now
 * - `unreachable`: Spotify failed, or did not answer
 */
export type SignInErrorCode =
  | "access_denied"
  | "foreign_answer"
  | "used_code"
  | "refused"
  | "missing_scope"
  | "forbidden"
  | "misconfigured"
  | "rate_limited"
  | "unreachable";

/** A sign-in that came to nothing: nothing was stored. The message says what to do and holds no secret. */
export class SignInError extends ExplainedError {
  override readonly name = "SignInError";

  constructor(
    readonly code: SignInErrorCode,
    message: Sentence,
    /** Epoch ms before which another attempt is pointless. */
    readonly retryAt?: number,
  ) {
    super(message);
  }
}

export function isSignInError(error: unknown): error is SignInError {
  return error instanceof Error && error.name === "SignInError";
}
