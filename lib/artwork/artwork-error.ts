import { ExplainedError } from "@/lib/telling/explained-error";
import type { Sentence } from "@/lib/telling/say";

export type ArtworkErrorCode =
  "forbidden" | "redirected" | "refused" | "type" | "too_large" | "timeout" | "unreachable";

/** Why a cover could not be had. The message says what to do next. */
export class ArtworkError extends ExplainedError {
  override readonly name = "ArtworkError";
  readonly code: ArtworkErrorCode;

  constructor(code: ArtworkErrorCode, message: Sentence, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
