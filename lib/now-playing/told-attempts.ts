import type { Log } from "@/lib/telling/events";
import { explain } from "@/lib/telling/explained-error";
import { say } from "@/lib/telling/say";
import type { Attempts } from "./attempts";
import type { Trouble } from "./publish";

/** Tells of the first failure of a row, and of its end. */
export interface ToldAttempts {
  /** For those who read: what succeeds after failures is told. */
  readonly attempts: Attempts;
  /** Notes a failed reading. */
  fail(error: unknown, trouble: Trouble, now: number): void;
}

/** Has attempts told to the log, each row of failures once. */
export function tellAttempts(attempts: Attempts, log: Log): ToldAttempts {
  return {
    attempts: {
      ...attempts,
      succeed() {
        const failures = attempts.failures();
        attempts.succeed();
        if (failures === 0) return;
        log.info(say`Readings succeed again.`, "reading_recovered", { failures });
      },
    },
    fail(error, trouble, now) {
      if (attempts.fail(trouble, now) !== 1) return;
      const { reason, retryAt = Infinity } = trouble;
      const facts = { reason, retryAt: retryAt < Infinity ? new Date(retryAt) : undefined };
      log.warn(explain(error), "reading_failed", facts);
    },
  };
}
