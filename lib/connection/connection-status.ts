import type { EnvironmentToken } from "./choose-grant";
import type { GrantKeeper } from "./grant-keeper";
import type { GrantRecord } from "./grant-record";
import type { Verdict } from "./verdict";

/** How the author's authorization stands. */
export interface ConnectionStatus {
  readonly state: "not_connected" | "connected" | "reauthorize" | "misconfigured";
  /** Epoch ms of the sign-in, where known. */
  readonly authorizedAt: number | undefined;
  /** Epoch ms at which the owner ended it. */
  readonly disconnectedAt: number | undefined;
  /** Who brought the token in force: the environment, or a sign-in that is kept here. */
  readonly origin: GrantRecord["origin"] | undefined;
  readonly scopes: readonly string[] | undefined;
  /** A new refresh token, or the end of the connection, is in this process's memory only. */
  readonly isUnsaved: boolean;
}

interface Circumstances {
  readonly keeper: Pick<GrantKeeper, "current" | "disconnectedAt" | "isUnsaved">;
  readonly environment: EnvironmentToken | undefined;
  /** Spotify's last refusal of the refresh token or the client, while it holds. */
  readonly verdict: Verdict | undefined;
  /** Spotify refused an access token that it had just granted. */
  readonly isShutOut: boolean;
}

/** Says how the authorization stands, as far as is known; asks nobody. */
export function describeStatus(known: Circumstances): ConnectionStatus {
  const { keeper, environment } = known;
  const grant = keeper.current();
  const disconnectedAt = keeper.disconnectedAt();
  // Before the store was first read, the environment's word is all there is.
  const toldAt = disconnectedAt === undefined ? environment?.connectedAt : undefined;
  return {
    state: nameState(known),
    authorizedAt: grant ? grant.authorizedAt : toldAt,
    disconnectedAt,
    origin: grant?.origin,
    scopes: grant?.scopes,
    isUnsaved: keeper.isUnsaved(),
  };
}

function nameState(known: Circumstances): ConnectionStatus["state"] {
  const { keeper, environment, verdict, isShutOut } = known;
  const isOver = keeper.disconnectedAt() !== undefined;
  if (!keeper.current() && (isOver || !environment)) return "not_connected";
  if (verdict) return verdict.code === "invalid_grant" ? "reauthorize" : "misconfigured";
  return isShutOut ? "reauthorize" : "connected";
}
