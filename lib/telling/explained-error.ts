import { say } from "./say";
import type { Sentence } from "./say";

/** An error whose message may be logged, for {@link say} has made it. */
export class ExplainedError extends Error {
  override readonly message: Sentence;

  constructor(message: Sentence, options?: ErrorOptions) {
    super(message, options);
    this.message = message;
  }
}

/** What an error says of itself, where it is one of ours: nobody knows what stands in another's. */
export function explain(error: unknown): Sentence {
  if (error instanceof ExplainedError) return error.message;
  return say`Something failed that nobody foresaw (${nameClass(error)}).`;
}

const BUILT_IN = ["TypeError", "RangeError", "SyntaxError", "AggregateError"] as const;

function nameClass(error: unknown): (typeof BUILT_IN)[number] | "Error" | "no error" {
  if (!(error instanceof Error)) return "no error";
  return BUILT_IN.find((name) => name === error.name) ?? "Error";
}
