import { isDisconnection } from "./grant-record";
import type { Decision, GrantRecord } from "./grant-record";

/**
 * Which of two decisions is the later one: more than 0 where the first is.
 *
 * Decisions and renewals are counted, so clocks that differ from machine to machine do not matter; where
 * two machines have counted the same, or a count is missing, the clock is all there is.
 */
export function compareDecisions(a: Decision, b: Decision): number {
  const turns = (a.turn ?? 0) - (b.turn ?? 0);
  if (turns !== 0) return turns;
  if (isDisconnection(a) || isDisconnection(b) || !isSameSignIn(a, b)) {
    return decidedAt(a) - decidedAt(b);
  }
  const renewals = (a.renewals ?? 0) - (b.renewals ?? 0);
  return renewals === 0 ? (a.grantedAt ?? 0) - (b.grantedAt ?? 0) : renewals;
}

/** Whether two are of one sign-in, however often its tokens were renewed since. */
export function isSameSignIn(a: Decision | undefined, b: GrantRecord): boolean {
  if (a === undefined || isDisconnection(a) || a.origin !== b.origin) return false;
  return b.origin === "environment"
    ? a.environmentHash === b.environmentHash
    : a.authorizedAt === b.authorizedAt;
}

/** Whether they say the same, the day of the sign-in aside. */
export function isSame(a: Decision, b: Decision | undefined): boolean {
  if (isDisconnection(a) || isDisconnection(b)) return a === b;
  return a.refreshToken.equals(b?.refreshToken);
}

function decidedAt(decision: Decision): number {
  return (isDisconnection(decision) ? decision.disconnectedAt : decision.authorizedAt) ?? 0;
}
