import { setTimeout as wait } from "node:timers/promises";
import type { ClientCredentials } from "@/lib/spotify/accounts";
import { isSpotifyError } from "@/lib/spotify/errors";
import type { SpotifyHosts } from "@/lib/spotify/request";
import type { Store } from "@/lib/store/store";
import type { EnvironmentToken } from "./choose-grant";
import { ConnectionError, isConnectionError } from "./connection-error";
import { createGrantKeeper } from "./grant-keeper";
import type { GrantRecord } from "./grant-record";
import type { ConnectionLog } from "./log";
import { doInTurn } from "./refresh-turn";
import type { Seal } from "./seal";
import { createTokenRefresher } from "./token-refresher";
import type { Verdict } from "./verdict";

/** An access token is renewed this early (ms), or after half its life, whichever is later. */
const EARLY_MS = 5 * 60_000;

/** While the old access token still lives, a renewal that failed is tried again after this (ms). */
const PAUSE_MS = 30_000;

/** What could not be stored is tried again at most this often, in ms. */
const SAVE_AGAIN_MS = 10_000;

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
  /** Reads the store, so that `status` speaks of what other instances and sign-ins left there. Never throws. */
  load(): Promise<void>;
  /** As it was last seen; asks nobody. */
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
  readonly sleep?: (ms: number) => Promise<void>;
  readonly log: ConnectionLog;
}

export function createConnection(options: ConnectionOptions): Connection {
  const {
    hosts,
    credentials,
    environment,
    store,
    seal,
    now = Date.now,
    sleep = wait,
    log,
  } = options;
  const keeper = createGrantKeeper({ store, seal, environment, log });
  const refresher = createTokenRefresher({ hosts, credentials, keeper, store, now, log });
  let refreshing: Promise<string> | undefined;
  let isShutOut = false;
  let renewAt = -Infinity;
  let saveAt = -Infinity;

  /** A token that was not refused and is not about to end. */
  function usable(grant: GrantRecord | undefined, refused?: string): string | undefined {
    if (!grant?.accessToken || grant.accessToken === refused) return undefined;
    const { accessExpiresAt = 0, grantedAt = 0 } = grant;
    const early = Math.min(EARLY_MS, (accessExpiresAt - grantedAt) / 2);
    return now() < accessExpiresAt - early ? grant.accessToken : undefined;
  }

  async function refreshInTurn(refused?: string): Promise<string> {
    return doInTurn(store, {
      sleep,
      look: async () => usable(await keeper.load(), refused),
      async work(turn) {
        const grant = keeper.current();
        if (grant) return refresher.refresh(grant, turn);
        const message = "Nobody has signed in with Spotify: set SPOTIFY_REFRESH_TOKEN.";
        throw new ConnectionError("not_connected", message);
      },
    });
  }

  async function refreshOnce(refused?: string): Promise<string> {
    // A refresh that began before the refusal may bring just the token that was refused.
    const underway = refreshing && (await refreshing);
    if (underway !== undefined && underway !== refused) return underway;
    refreshing ??= refreshInTurn(refused).finally(() => (refreshing = undefined));
    return refreshing;
  }

  async function getAccessToken(): Promise<string> {
    const held = keeper.current();
    const token = usable(held);
    if (token !== undefined) return token;
    // Renewal is early: what is left of the old token's life carries visitors over a short outage.
    const living = now() < (held?.accessExpiresAt ?? 0) ? held?.accessToken : undefined;
    if (living !== undefined && now() < renewAt) return living;
    try {
      return await refreshOnce();
    } catch (error) {
      if (living === undefined || needsPerson(error)) throw error;
      renewAt = now() + PAUSE_MS;
      return living;
    }
  }

  async function saveAgain(): Promise<void> {
    if (!keeper.isUnsaved() || now() < saveAt) return;
    saveAt = now() + SAVE_AGAIN_MS;
    await keeper.retry();
  }

  return {
    async withAccessToken(use) {
      await saveAgain();
      const token = await getAccessToken();
      try {
        const result = await use(token);
        isShutOut = false;
        return result;
      } catch (error) {
        if (!isUnauthorized(error)) throw error;
      }
      const fresh = await refreshOnce(token);
      try {
        const result = await use(fresh);
        isShutOut = false;
        return result;
      } catch (error) {
        if (!isUnauthorized(error)) throw error;
        isShutOut = true;
        const message = "Spotify refused a freshly granted access token; sign in again.";
        throw new ConnectionError("reauthorize", message, undefined, error);
      }
    },
    scopes: () => keeper.current()?.scopes,
    async load() {
      await keeper.load();
      await refresher.load();
    },
    status() {
      const grant = keeper.current();
      return {
        state: describeState(grant, refresher.verdict()),
        authorizedAt: grant?.authorizedAt ?? environment?.connectedAt,
        scopes: grant?.scopes,
        isUnsaved: keeper.isUnsaved(),
      };
    },
  };

  function describeState(
    grant: GrantRecord | undefined,
    verdict: Verdict | undefined,
  ): ConnectionStatus["state"] {
    if (!grant && !environment) return "not_connected";
    if (verdict) return verdict.code === "invalid_grant" ? "reauthorize" : "misconfigured";
    return isShutOut ? "reauthorize" : "connected";
  }
}

function needsPerson(error: unknown): boolean {
  return isConnectionError(error) && error.code !== "rate_limited";
}

function isUnauthorized(error: unknown): boolean {
  return isSpotifyError(error) && error.code === "unauthorized";
}
