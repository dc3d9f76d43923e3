import { setTimeout as wait } from "node:timers/promises";
import type { Sentence } from "@/lib/telling/say";
import type { Secret } from "@/lib/secret";
import type { ClientCredentials } from "@/lib/spotify/accounts";
import { isSpotifyError } from "@/lib/spotify/errors";
import type { SpotifyHosts } from "@/lib/spotify/request";
import type { Store } from "@/lib/store/store";
import { say } from "@/lib/telling/say";
import type { Log } from "@/lib/telling/events";
import type { EnvironmentToken } from "./choose-grant";
import { createAccessTokens } from "./access-tokens";
import { ConnectionError } from "./connection-error";
import { describeStatus } from "./connection-status";
import type { ConnectionStatus } from "./connection-status";
import { createGrantKeeper } from "./grant-keeper";
import { hashToken } from "./grant-record";
import type { Decision } from "./grant-record";
import type { NewTokens } from "./new-tokens";
import type { Seal } from "./seal";
import { createTokenRefresher } from "./token-refresher";

/** What could not be stored is tried again at most this often, in ms. */
const SAVE_AGAIN_MS = 10_000;

/** What other instances and the owner have decided is looked up this often at most, in ms. */
const LOOK_MS = 2_000;

/** The author's authorization: one access token for everybody, renewed before anyone notices. */
export interface Connection {
  /**
   * Calls `ask` with a valid access token. If Spotify refuses it (401), it is refreshed once and
   * `ask` is called once more.
   *
   * @throws {ConnectionError} when no token can be had; whatever `ask` throws
   */
  withAccessToken<T>(ask: (accessToken: Secret) => Promise<T>): Promise<T>;
  /** Scopes the token was granted, once Spotify has named them. */
  scopes(): readonly string[] | undefined;
  /** Whether the store should be read again: cheap enough to ask with every request. */
  isDue(): boolean;
  /** Reads the store, so that `status` speaks of what other instances and sign-ins left there. Never throws. */
  load(): Promise<void>;
  /** As it was last seen; asks nobody. */
  status(): ConnectionStatus;
  /**
   * Takes the tokens of a new sign-in, whatever was there before: the next call uses them.
   *
   * Answers why they could not be stored; undefined when they are.
   */
  connect(signedIn: NewTokens): Promise<Sentence | undefined>;
  /**
   * Erases what is stored and stops asking, also with the environment's present token.
   *
   * Answers why that could not be stored: then it holds for this process only.
   */
  disconnect(): Promise<Sentence | undefined>;
}

export interface ConnectionOptions {
  readonly hosts: SpotifyHosts;
  readonly credentials: ClientCredentials;
  readonly environment?: EnvironmentToken | undefined;
  readonly store: Store;
  /** Looked up each time: a development server gets one with its owner's first sign-in. */
  readonly seal?: Seal | undefined;
  /** Epoch ms. */
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
  readonly log: Log;
}

export function createConnection(options: ConnectionOptions): Connection {
  const { hosts, credentials, environment, store, now = Date.now, sleep = wait, log } = options;
  const keeper = createGrantKeeper({ store, seal: () => options.seal, environment, log });
  const refresher = createTokenRefresher({ hosts, credentials, keeper, store, now, log });
  const tokens = createAccessTokens({ keeper, refresher, store, now, sleep });
  let isShutOut = false;
  let savedAt = -Infinity;
  let lookedAt = -Infinity;

  async function saveAgain(): Promise<void> {
    if (!keeper.isUnsaved() || Math.abs(now() - savedAt) < SAVE_AGAIN_MS) return;
    savedAt = now();
    await keeper.retry();
  }

  /** Notices what was decided elsewhere while the token in memory is still good. */
  async function lookAround(): Promise<void> {
    if (!isDue()) return;
    lookedAt = now();
    await keeper.load();
  }

  function isDue(): boolean {
    return store.shared && Math.abs(now() - lookedAt) >= LOOK_MS;
  }

  async function decide(decision: Decision): Promise<Sentence | undefined> {
    const problem = await keeper.decide(decision);
    isShutOut = false;
    await refresher.forgive();
    return problem;
  }

  const environmentHash = environment && hashToken(environment.refreshToken);

  return {
    async withAccessToken(ask) {
      await saveAgain();
      await lookAround();
      const token = await tokens.get();
      try {
        const result = await ask(token);
        isShutOut = false;
        return result;
      } catch (error) {
        if (!isUnauthorized(error)) throw error;
      }
      const fresh = await tokens.replace(token);
      try {
        const result = await ask(fresh);
        isShutOut = false;
        return result;
      } catch (error) {
        if (!isUnauthorized(error)) throw error;
        isShutOut = true;
        const message = say`Spotify refused a freshly granted access token; sign in again.`;
        throw new ConnectionError("reauthorize", message, undefined, error);
      }
    },
    scopes: () => keeper.current()?.scopes,
    isDue,
    async load() {
      lookedAt = now();
      await saveAgain();
      await keeper.load();
      await refresher.load();
    },
    status: () => describeStatus({ keeper, environment, verdict: refresher.verdict(), isShutOut }),
    connect({ refreshToken, accessToken, accessExpiresAt, authorizedAt, scopes }) {
      return decide({
        origin: "sign-in",
        refreshToken,
        accessToken,
        accessExpiresAt,
        authorizedAt,
        grantedAt: authorizedAt,
        scopes: [...scopes],
        environmentHash,
        firstHash: hashToken(refreshToken),
      });
    },
    async disconnect() {
      await keeper.load();
      const { refreshToken, firstHash, environmentHash: itsOwn } = keeper.current() ?? {};
      const held = refreshToken && hashToken(refreshToken);
      const ended = [environmentHash, itsOwn, firstHash, held].filter((hash) => hash !== undefined);
      return decide({ disconnectedAt: now(), ended: [...new Set(ended)] });
    },
  };
}

function isUnauthorized(error: unknown): boolean {
  return isSpotifyError(error) && error.code === "unauthorized";
}
