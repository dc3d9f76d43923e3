import type { Store } from "@/lib/store/store";
import { refreshAccessToken } from "@/lib/spotify/accounts";
import type { ClientCredentials, Grant } from "@/lib/spotify/accounts";
import { isSpotifyError } from "@/lib/spotify/errors";
import type { SpotifyHosts } from "@/lib/spotify/request";
import { ConnectionError } from "./connection-error";
import type { GrantKeeper } from "./grant-keeper";
import { hashToken } from "./grant-record";
import type { GrantRecord } from "./grant-record";
import type { ConnectionLog } from "./log";
import { loadTokenGate, shutTokenGate } from "./token-gate";
import { loadVerdict, nextVerdict, saveVerdict } from "./verdict";
import type { Verdict } from "./verdict";

interface RefresherOptions {
  readonly hosts: SpotifyHosts;
  readonly credentials: ClientCredentials;
  readonly keeper: GrantKeeper;
  readonly store: Store;
  readonly now: () => number;
  readonly log: ConnectionLog;
}

/** Asks Spotify for a new access token, as seldom as its refusals demand. */
export interface TokenRefresher {
  /** @throws {ConnectionError} {SpotifyError} */
  refresh(grant: GrantRecord): Promise<GrantRecord>;
  verdict(): Verdict | undefined;
}

export function createTokenRefresher(options: RefresherOptions): TokenRefresher {
  const { hosts, credentials, keeper, store, now, log } = options;
  let verdict: Verdict | undefined;

  async function holdBack(grant: GrantRecord): Promise<void> {
    const gate = await loadTokenGate(store, now()).catch(() => undefined);
    if (gate) throw new ConnectionError("rate_limited", "The token endpoint's gate is closed.", gate.until);
    verdict = (await loadVerdict(store).catch(() => undefined)) ?? verdict;
    if (verdict?.subject === subjectOf(grant) && now() < verdict.probeAt) throw explain(verdict);
  }

  function subjectOf(grant: GrantRecord): string {
    return hashToken([grant.refreshToken, credentials.clientId, credentials.clientSecret].join(" "));
  }

  async function accept(old: GrantRecord, answer: Grant): Promise<GrantRecord> {
    const refreshToken = answer.refreshToken ?? old.refreshToken;
    const isRotated = refreshToken !== old.refreshToken;
    const grant: GrantRecord = {
      ...old,
      refreshToken,
      accessToken: answer.accessToken,
      accessExpiresAt: now() + answer.expiresInMs,
      grantedAt: now(),
      scopes: answer.scopes ? [...answer.scopes] : old.scopes,
    };
    log.info(isRotated ? "Access token refreshed; the refresh token was rotated." : "Access token refreshed.");
    await keeper.keep(grant, isRotated);
    if (verdict) {
      verdict = undefined;
      await saveVerdict(store, undefined).catch(() => undefined);
    }
    return keeper.current() ?? grant;
  }

  async function refuse(grant: GrantRecord, code: Verdict["code"], cause: Error): Promise<never> {
    verdict = nextVerdict(verdict, code, subjectOf(grant), now());
    await saveVerdict(store, verdict).catch(() => undefined);
    log.error(cause.message);
    throw explain(verdict, cause);
  }

  async function ask(grant: GrantRecord): Promise<GrantRecord> {
    await holdBack(grant);
    try {
      return await accept(grant, await refreshAccessToken(hosts, credentials, grant.refreshToken));
    } catch (error) {
      if (!isSpotifyError(error)) throw error;
      if (error.code === "rate_limited") {
        const gate = await shutTokenGate(store, error.retryAfterMs, now());
        throw new ConnectionError("rate_limited", error.message, gate.until, error);
      }
      if (error.code === "invalid_client") return refuse(grant, error.code, error);
      if (error.code !== "invalid_grant") throw error;
      // Another instance may have rotated the token, or the owner signed in, since it was read.
      const newest = await keeper.load();
      if (newest && newest.refreshToken !== grant.refreshToken) return ask(newest);
      return refuse(grant, error.code, error);
    }
  }

  return { refresh: ask, verdict: () => verdict };
}

function explain(verdict: Verdict, cause?: Error): ConnectionError {
  return verdict.code === "invalid_grant"
    ? new ConnectionError("reauthorize", "Spotify refuses the refresh token (invalid_grant); sign in again.", verdict.probeAt, cause)
    : new ConnectionError("misconfigured", "Spotify refuses the client (invalid_client); check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET.", verdict.probeAt, cause);
}
