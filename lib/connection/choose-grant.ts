import { hashToken } from "./grant-record";
import type { GrantRecord } from "./grant-record";

const DAY_MS = 24 * 60 * 60_000;

/** The refresh token of the environment, and the day of the sign-in that made it (epoch ms). */
export interface EnvironmentToken {
  readonly refreshToken: string;
  readonly connectedAt?: number | undefined;
}

/**
 * Which authorization counts: the later one.
 *
 * A stored one that grew from the environment's token, or was made beside it, is later than it. If
 * another token stands in the environment by now, somebody has pasted it there: it wins, unless both
 * days are known and say otherwise. A day is written without its hour, so on the same day it wins too.
 */
export function chooseGrant(
  stored: GrantRecord | undefined,
  environment: EnvironmentToken | undefined,
): GrantRecord | undefined {
  if (environment === undefined) return stored;
  const { refreshToken, connectedAt } = environment;
  const environmentHash = hashToken(refreshToken);
  const isGrown = stored?.environmentHash === environmentHash;
  const isLater =
    stored?.authorizedAt !== undefined &&
    connectedAt !== undefined &&
    stored.authorizedAt >= connectedAt + DAY_MS;
  if (stored !== undefined && (isGrown || isLater)) {
    // The day of a token that came from the environment is known best there.
    const isOwn = stored.origin === "environment" && isGrown;
    return { ...stored, authorizedAt: (isOwn ? connectedAt : undefined) ?? stored.authorizedAt };
  }
  return { origin: "environment", refreshToken, authorizedAt: connectedAt, environmentHash };
}
