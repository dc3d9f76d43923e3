import type { ClientCredentials } from "@/lib/spotify/accounts";
import { isSpotifyError } from "@/lib/spotify/errors";
import type { SpotifyHosts } from "@/lib/spotify/request";
import type { Store } from "@/lib/store/store";
import type { EnvironmentToken } from "./choose-grant";
import { ConnectionError, isConnectionError } from "./connection-error";
import { createGrantKeeper } from "./grant-keeper";
import type { GrantRecord } from "./grant-record";
import type { ConnectionLog } from "./log";
import { takeTurn } from "./refresh-turn";
import type { Seal } from "./seal";
import { createTokenRefresher } from "./token-refresher";

/** An access token is renewed this early (ms), or after half its life, whichever is later. */
const EARLY_MS = 5 * 60_000;

/** The author's authorization: one access token for everybody, renewed before anyone notices. */
export interface Connection {
  /**
   * Calls `use` with a valid access token. If Spotify refuses it (401), it is refreshed once and
   * `use` is called once more.
   *
   * @throws {ConnectionError} when no token can be had; whatever `use` throws
   */
  withAccessToken<T>(use: (accessToken: string) => Promise<T>): Promise<T>;
  /** Scopes the token was granted, once Spotify has named them. */
  scopes(): readonly string[] | undefined;
  status(): ConnectionStatus;
}

export interface ConnectionStatus {
  readonly state: "not_connected" | "connected" | "reauthorize" | "misconfigured";
  /** Epoch ms of the sign-in, where known. */
  readonly authorizedAt: number | undefined;
  readonly scopes: readonly string[] | undefined;
  /** A rotated refresh token lives in this process's memory only. */
  readonly isUnsaved: boolean;
}

export interface ConnectionOptions {
  readonly hosts: SpotifyHosts;
  readonly credentials: ClientCredentials;
  readonly environment?: EnvironmentToken | undefined;
  readonly store: Store;
  readonly seal?: Seal | undefined;
  /** Epoch ms. */
  readonly now?: () => number;
  readonly log: ConnectionLog;
}

export function createConnection(options: ConnectionOptions): Connection {
  const { hosts, credentials, environment, store, seal, now = Date.now, log } = options;
  const keeper = createGrantKeeper({ store, seal, environment, log });
  const refresher = createTokenRefresher({ hosts, credentials, keeper, store, now, log });
  let refreshing: Promise<string> | undefined;

  /** A token that was not refused and is not about to end. */
  function usable(grant: GrantRecord | undefined, refused?: string): string | undefined {
    if (!grant?.accessToken || grant.accessToken === refused) return undefined;
    const { accessExpiresAt = 0, grantedAt = 0 } = grant;
    const early = Math.min(EARLY_MS, (accessExpiresAt - grantedAt) / 2);
    return now() < accessExpiresAt - early ? grant.accessToken : undefined;
  }

  async function refreshInTurn(refused?: string): Promise<string> {
    const turn = await takeTurn(store, async () => usable(await keeper.load(), refused));
    try {
      const grant = await keeper.load();
      if (!grant) {
        throw new ConnectionError(
          "not_connected",
          "Nobody has signed in with Spotify: set SPOTIFY_REFRESH_TOKEN.",
        );
      }
      const token = usable(grant, refused) ?? (await refresher.refresh(grant)).accessToken;
      if (token === undefined) throw new Error("A refreshed grant has no access token.");
      return token;
    } finally {
      await turn.end();
    }
  }

  function refreshOnce(refused?: string): Promise<string> {
    refreshing ??= refreshInTurn(refused).finally(() => (refreshing = undefined));
    return refreshing;
  }

  async function getAccessToken(): Promise<string> {
    await keeper.retry();
    const held = keeper.current();
    const token = usable(held);
    if (token !== undefined) return token;
    try {
      return await refreshOnce();
    } catch (error) {
      // Renewal is early: what is left of the old token's life carries visitors over a short outage.
      const isAlive = held !== undefined && now() < (held.accessExpiresAt ?? 0);
      const needsPerson = isConnectionError(error) && error.code !== "rate_limited";
      if (!held?.accessToken || !isAlive || needsPerson) throw error;
      return held.accessToken;
    }
  }

  return {
    async withAccessToken(use) {
      const token = await getAccessToken();
      try {
        return await use(token);
      } catch (error) {
        if (!isUnauthorized(error)) throw error;
      }
      const fresh = await refreshOnce(token);
      try {
        return await use(fresh);
      } catch (error) {
        if (!isUnauthorized(error)) throw error;
        throw new ConnectionError(
          "reauthorize",
          "Spotify refused a freshly granted access token; sign in again.",
          undefined,
          error,
        );
      }
    },
    scopes: () => keeper.current()?.scopes,
    status() {
      const grant = keeper.current();
      const verdict = refresher.verdict();
      const refusal = verdict?.code === "invalid_grant" ? "reauthorize" : "misconfigured";
      const connected = grant || environment ? "connected" : "not_connected";
      return {
        state: verdict ? refusal : connected,
        authorizedAt: grant?.authorizedAt ?? environment?.connectedAt,
        scopes: grant?.scopes,
        isUnsaved: keeper.isUnsaved(),
      };
    },
  };
}

function isUnauthorized(error: unknown): boolean {
  return isSpotifyError(error) && error.code === "unauthorized";
}
