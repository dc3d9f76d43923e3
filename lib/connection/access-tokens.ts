import { ExplainedError } from "@/lib/telling/explained-error";
import { say } from "@/lib/telling/say";
import type { Secret } from "@/lib/secret";
import type { Store } from "@/lib/store/store";
import { ConnectionError, isConnectionError } from "./connection-error";
import type { GrantKeeper } from "./grant-keeper";
import type { GrantRecord } from "./grant-record";
import { doInTurn } from "./refresh-turn";
import type { TokenRefresher } from "./token-refresher";

/** An access token is renewed this early (ms), or after half its life, whichever is later. */
const EARLY_MS = 5 * 60_000;

/** While the old access token still lives, a renewal that failed is tried again after this (ms). */
const PAUSE_MS = 30_000;

/** Instances bring back what their store has lost within this time, in ms. */
const RETURN_MS = 3_000;

interface TokenOptions {
  readonly keeper: GrantKeeper;
  readonly refresher: TokenRefresher;
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** The access token in force: renewed early, once for everybody who waits, by one instance for all. */
export interface AccessTokens {
  /** @throws {ConnectionError} {SpotifyError} when none can be had */
  get(): Promise<Secret>;
  /** Another one than this, which Spotify refuses. @throws as {@link AccessTokens.get} */
  replace(refused: Secret): Promise<Secret>;
}

export function createAccessTokens(options: TokenOptions): AccessTokens {
  const { keeper, refresher, store, now, sleep } = options;
  let refreshing: Promise<Secret> | undefined;
  let renewAt = -Infinity;

  /** A token that was not refused and is not about to end. */
  function usable(grant: GrantRecord | undefined, refused?: Secret): Secret | undefined {
    if (!grant?.accessToken || grant.accessToken.equals(refused)) return undefined;
    const { accessExpiresAt = 0, grantedAt = 0 } = grant;
    const early = Math.min(EARLY_MS, (accessExpiresAt - grantedAt) / 2);
    return now() < accessExpiresAt - early ? grant.accessToken : undefined;
  }

  function living(grant: GrantRecord | undefined): Secret | undefined {
    return now() < (grant?.accessExpiresAt ?? 0) ? grant?.accessToken : undefined;
  }

  async function refreshInTurn(refused?: Secret): Promise<Secret> {
    return doInTurn(store, {
      sleep,
      async look() {
        const token = usable(await keeper.load(), refused);
        if (token !== undefined || !keeper.noticedLoss()) return token;
        // Another instance may hold a newer refresh token, and is about to bring it back.
        await sleep(RETURN_MS);
        return usable(await keeper.load(), refused);
      },
      // What lives on for minutes is not worth the risk that two instances ask with one token.
      isUrgent: () => refused !== undefined || living(keeper.current()) === undefined,
      async work(turn) {
        const grant = keeper.current();
        if (grant) return refresher.refresh(grant, turn);
        if (keeper.isAway()) {
          throw new ExplainedError(
            say`The store that may hold the sign-in cannot be read; it is tried again.`,
          );
        }
        const message =
          keeper.disconnectedAt() === undefined
            ? say`Nobody has signed in with Spotify: sign in at /owner, or run \`npm run connect\`.`
            : say`The connection was ended by its owner: sign in at /owner to have it back.`;
        throw new ConnectionError("not_connected", message);
      },
    });
  }

  async function refreshOnce(refused?: Secret): Promise<Secret> {
    // A refresh that began before the refusal may bring just the token that was refused.
    const underway = refreshing && (await refreshing);
    if (underway !== undefined && !underway.equals(refused)) return underway;
    refreshing ??= refreshInTurn(refused).finally(() => (refreshing = undefined));
    return refreshing;
  }

  async function get(): Promise<Secret> {
    const held = keeper.current();
    const token = usable(held);
    if (token !== undefined) return token;
    // Renewal is early: what is left of the old token's life carries visitors over a short outage.
    const old = living(held);
    if (old !== undefined && now() < renewAt) return old;
    try {
      return await refreshOnce();
    } catch (error) {
      if (old === undefined || needsPerson(error)) throw error;
      renewAt = now() + PAUSE_MS;
      return old;
    }
  }

  return { get, replace: refreshOnce };
}

function needsPerson(error: unknown): boolean {
  return isConnectionError(error) && error.code !== "rate_limited";
}
