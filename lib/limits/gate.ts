import { doublingDelay } from "./backoff";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** No header names a longer wait than this, in ms, unless it is nonsense. */
const LONGEST_WAIT_MS = 30 * 24 * HOUR;

/**
 * A host that said 429, and until when nobody asks it again.
 *
 * `quota` is Spotify's daily quota of the developer account (hours), `rate` its limit over a rolling
 * 30 seconds.
 */
export interface Gate {
  readonly kind: "rate" | "quota";
  /** Epoch ms: before this moment no call is made. */
  readonly until: number;
  /** Refusals in a row, for hosts that do not say how long to wait. */
  readonly refusals: number;
}

/** A refusal as it came: which limit, and the wait in ms where the host named one. */
export interface Refusal {
  readonly kind: Gate["kind"];
  readonly retryAfterMs?: number | undefined;
}

/**
 * Whether calls are held back at `now`. A gate further off than any wait was closed under a clock
 * that has been corrected since, and counts as open.
 */
export function isClosed(gate: Gate | undefined, now: number): gate is Gate {
  return gate !== undefined && now < gate.until && gate.until - now <= LONGEST_WAIT_MS;
}

/**
 * The gate after a refusal. Without a stated wait: 30 s, doubling with each refusal in a row up to
 * an hour; for the quota 1 h, doubling up to a day. A gate never opens earlier because of a later,
 * shorter refusal.
 */
export function closeGate(gate: Gate | undefined, refusal: Refusal, now: number): Gate {
  const isInARow = gate !== undefined && now < gate.until + HOUR;
  const refusals = (isInARow ? gate.refusals : 0) + 1;
  const wait =
    refusal.retryAfterMs ??
    (refusal.kind === "quota"
      ? doublingDelay(refusals, HOUR, 24 * HOUR)
      : doublingDelay(refusals, MINUTE / 2, HOUR));
  const until = now + Math.min(Math.max(wait, 1_000), LONGEST_WAIT_MS);
  return isClosed(gate, now) && gate.until > until
    ? { ...gate, refusals }
    : { kind: refusal.kind, until, refusals };
}
