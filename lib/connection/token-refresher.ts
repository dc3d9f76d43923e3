import { Secret } from "@/lib/secret";
import { refreshAccessToken } from "@/lib/spotify/accounts";
import type { ClientCredentials } from "@/lib/spotify/accounts";
import { SpotifyError, isSpotifyError } from "@/lib/spotify/errors";
import type { SpotifyHosts } from "@/lib/spotify/request";
import type { Grant } from "@/lib/spotify/token-endpoint";
import type { Store } from "@/lib/store/store";
import { say } from "@/lib/telling/say";
import type { Log } from "@/lib/telling/events";
import { ConnectionError } from "./connection-error";
import type { GrantKeeper } from "./grant-keeper";
import { hashToken } from "./grant-record";
import type { GrantRecord } from "./grant-record";
import { lostTurn } from "./refresh-turn";
import type { Turn } from "./refresh-turn";
import { createTokenGate } from "./token-gate";
import { VERDICT_TTL_MS, createVerdictNote, isStanding, nextVerdict } from "./verdict";
import type { Verdict } from "./verdict";

interface RefresherOptions {
  readonly hosts: SpotifyHosts;
  readonly credentials: ClientCredentials;
  readonly keeper: GrantKeeper;
  readonly store: Store;
  readonly now: () => number;
  readonly log: Log;
}

/** Asks Spotify for a new access token, as seldom as its refusals demand. */
export interface TokenRefresher {
  /**
   * A new access token; what came with it is kept before this resolves.
   *
   * @throws {ConnectionError} {SpotifyError}
   */
  refresh(grant: GrantRecord, turn: Turn): Promise<Secret>;
  /** Reads the verdict again, for {@link verdict}. */
  load(): Promise<void>;
  /** What Spotify holds against the token in use, as last read. */
  verdict(): Verdict | undefined;
  /** Drops what was held against an earlier token. */
  forgive(): Promise<void>;
}

export function createTokenRefresher(options: RefresherOptions): TokenRefresher {
  const { hosts, credentials, keeper, store, now, log } = options;
  const gate = createTokenGate(store, now);
  const verdicts = createVerdictNote(store);

  function isAbout(verdict: Verdict | undefined, grant: GrantRecord | undefined): boolean {
    return grant !== undefined && verdict?.subject === subjectOf(grant);
  }

  function subjectOf({ refreshToken }: GrantRecord): string {
    const { clientId, clientSecret } = credentials;
    return hashToken(
      new Secret([refreshToken.reveal(), clientId, clientSecret.reveal()].join(" ")),
    );
  }

  async function holdBack(grant: GrantRecord, turn: Turn): Promise<void> {
    const closedUntil = await gate.closedUntil();
    if (closedUntil !== undefined) throw explainGate(closedUntil);
    const verdict = await verdicts.read();
    if (verdict && isAbout(verdict, grant) && isStanding(verdict, now())) throw explain(verdict);
    if (!(await turn.renew())) throw lostTurn();
  }

  async function accept(old: GrantRecord, answer: Grant): Promise<Secret> {
    const { accessToken, refreshToken = old.refreshToken, scopes = old.scopes } = answer;
    const renewed = {
      ...old,
      refreshToken,
      accessToken,
      accessExpiresAt: now() + answer.expiresInMs,
      grantedAt: now(),
      renewals: (old.renewals ?? 0) + 1,
      scopes: scopes && [...scopes],
    };
    if (!(await keeper.keep(renewed, old))) throw overtaken();
    const expiresAt = new Date(renewed.accessExpiresAt);
    log.info(say`Access token refreshed.`, "access_token_refreshed", { expiresAt });
    if (!refreshToken.equals(old.refreshToken)) {
      const isStored = !keeper.isUnsaved();
      log.info(say`The refresh token was rotated.`, "refresh_token_rotated", { isStored });
    }
    if (verdicts.current()) await verdicts.clear();
    return accessToken;
  }

  async function refuse(
    grant: GrantRecord,
    code: Verdict["code"],
    cause: SpotifyError,
  ): Promise<never> {
    const verdict = nextVerdict(verdicts.current(), code, subjectOf(grant), now());
    await verdicts.write(verdict, VERDICT_TTL_MS);
    const { probes, probeAt } = verdict;
    log.error(cause.message, "refresh_refused", { code, probes, probeAt: new Date(probeAt) });
    throw explain(verdict, cause);
  }

  async function ask(grant: GrantRecord, turn: Turn): Promise<Secret> {
    await holdBack(grant, turn);
    try {
      return await accept(grant, await refreshAccessToken(hosts, credentials, grant.refreshToken));
    } catch (error) {
      if (!isSpotifyError(error)) throw error;
      if (error.code === "rate_limited") {
        const until = await gate.close(error.retryAfterMs);
        const facts = { kind: "token", until: new Date(until) } as const;
        log.warn(error.message, "gate_closed", facts);
        throw explainGate(until, error);
      }
      if (error.code === "invalid_client") return refuse(grant, error.code, error);
      if (error.code !== "invalid_grant") throw error;
      // Another instance may have rotated the token, or the owner signed in, since it was read.
      const newest = await keeper.load();
      if (newest && !newest.refreshToken.equals(grant.refreshToken)) return ask(newest, turn);
      return refuse(grant, error.code, error);
    }
  }

  return {
    refresh: ask,
    async load() {
      await verdicts.read();
    },
    verdict() {
      const verdict = verdicts.current();
      return isAbout(verdict, keeper.current()) ? verdict : undefined;
    },
    forgive: () => verdicts.clear(),
  };
}

function overtaken(): SpotifyError {
  const message = say`The owner signed in or disconnected while the access token was renewed.`;
  return new SpotifyError("timeout", message);
}

function explainGate(until: number, cause?: Error): ConnectionError {
  const message = say`Spotify's token endpoint is rate limited; it is left alone until it opens again.`;
  return new ConnectionError("rate_limited", message, until, cause);
}

function explain({ code, probeAt }: Verdict, cause?: Error): ConnectionError {
  return code === "invalid_grant"
    ? new ConnectionError(
        "reauthorize",
        say`Spotify refuses the refresh token (invalid_grant); sign in again at /owner, or run \`npm run connect\`.`,
        probeAt,
        cause,
      )
    : new ConnectionError(
        "misconfigured",
        say`Spotify refuses the client (invalid_client); check SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET.`,
        probeAt,
        cause,
      );
}
