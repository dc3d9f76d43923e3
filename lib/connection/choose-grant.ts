import type { Secret } from "@/lib/secret";
import { countAfter, hashToken, isDisconnection } from "./grant-record";
import type { Decision } from "./grant-record";

const DAY_MS = 24 * 60 * 60_000;

/** The refresh token of the environment, and the day of the sign-in that made it (epoch ms). */
export interface EnvironmentToken {
  readonly refreshToken: Secret;
  readonly connectedAt?: number | undefined;
}

/**
 * What counts, of what is stored and what the environment says: the later one.
 *
 * What is stored and grew from the environment's token, or was decided beside it, is later than it. If
 * another token stands in the environment by now, somebody has pasted it there: it wins, unless both
 * days are known and say otherwise. A day is written without its hour, so on the same day it wins too.
 */
export function chooseGrant(
  stored: Decision | undefined,
  environment: EnvironmentToken | undefined,
): Decision | undefined {
  if (environment === undefined) return stored;
  const { refreshToken, connectedAt } = environment;
  const environmentHash = hashToken(refreshToken);
  const pasted = {
    origin: "environment",
    refreshToken,
    authorizedAt: connectedAt,
    environmentHash,
    ...(stored !== undefined && { turn: countAfter(stored) }),
  } as const;
  if (stored === undefined) return pasted;
  if (isDisconnection(stored)) {
    const { ended, disconnectedAt } = stored;
    return ended.includes(environmentHash) || isAfter(disconnectedAt, connectedAt)
      ? stored
      : pasted;
  }
  const isGrown = stored.environmentHash === environmentHash;
  // Pasted from the very sign-in that is stored, which may have a newer token by now.
  const isOne = stored.firstHash === environmentHash;
  if (!isGrown && !isOne && !isAfter(stored.authorizedAt, connectedAt)) return pasted;
  // The day of a token that came from the environment is known best there.
  const isOwn = stored.origin === "environment" && isGrown;
  return { ...stored, authorizedAt: (isOwn ? connectedAt : undefined) ?? stored.authorizedAt };
}

/** Later than the day on which the environment's token was made, whose hour nobody may know. */
function isAfter(time: number | undefined, day: number | undefined): boolean {
  return time !== undefined && day !== undefined && time >= day + DAY_MS;
}
