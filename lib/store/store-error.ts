import { ExplainedError } from "@/lib/telling/explained-error";
import type { Sentence } from "@/lib/telling/say";

export type StoreErrorCode = "bad_key" | "bad_ttl" | "unreadable" | "unwritable" | "busy";

/** What a store throws. The message says what to do next, and never holds a stored value. */
export class StoreError extends ExplainedError {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: Sentence, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The `code` of a Node system error (`ENOENT`), or undefined for anything else. */
export function readErrno(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
