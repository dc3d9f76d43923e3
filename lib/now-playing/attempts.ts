import { backoffDelay, doublingDelay } from "@/lib/limits/backoff";
import type { Trouble } from "./publish";

const MINUTE = 60_000;

/** A failure that names its end is still looked at this often (ms): the source keeps to the end itself. */
const LOOK_AGAIN_MS = 5 * MINUTE;

/** Failures in a row, and when the next attempt may be made. */
export interface Attempts {
  mayTry(now: number): boolean;
  succeed(): void;
  /** Notes a failure; answers how many there were in a row. */
  fail(trouble: Trouble, now: number): number;
  /** Why the last attempt failed; undefined after a good one. */
  trouble(): Trouble | undefined;
  failures(): number;
}

/** @param random a number in [0, 1) */
export function createAttempts(random: () => number): Attempts {
  let failures = 0;
  let heldUntil = 0;
  let heldSince = 0;
  let trouble: Trouble | undefined;

  function pauseAfter({ reason, retryAt }: Trouble, now: number): number {
    const backoff = backoffDelay(failures, random());
    // A host that keeps asking for a second more would otherwise be asked every second.
    if (retryAt !== undefined) return Math.min(Math.max(retryAt - now, backoff), LOOK_AGAIN_MS);
    const needsPerson = reason === "misconfigured" || reason === "reauthorize";
    return needsPerson ? doublingDelay(failures, MINUTE, 30 * MINUTE) : backoff;
  }

  return {
    // Before the failure's own moment means that the clock was set back: no reason to hold on.
    mayTry: (now) => now >= heldUntil || now < heldSince,
    succeed() {
      failures = 0;
      heldUntil = 0;
      trouble = undefined;
    },
    fail(next, now) {
      failures += 1;
      trouble = next;
      heldSince = now;
      heldUntil = now + pauseAfter(next, now);
      return failures;
    },
    trouble: () => trouble,
    failures: () => failures,
  };
}
