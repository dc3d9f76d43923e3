import { createConnection } from "@/lib/connection/connection";
import type { Connection } from "@/lib/connection/connection";
import { isConnectionError } from "@/lib/connection/connection-error";
import { isDisconnection, loadDecision } from "@/lib/connection/grant-record";
import { createSeal } from "@/lib/connection/seal";
import type { Environment } from "@/lib/environment";
import { updateEnvFile } from "@/lib/owner/env-file";
import { Secret } from "@/lib/secret";
import { refreshAccessToken } from "@/lib/spotify/accounts";
import type { ClientCredentials } from "@/lib/spotify/accounts";
import { SpotifyError, isSpotifyError } from "@/lib/spotify/errors";
import type { SpotifyHosts } from "@/lib/spotify/request";
import type { Store } from "@/lib/store/store";
import { say } from "@/lib/telling/say";
import { SILENT_LOG } from "@/lib/telling/silent-log";
import type { TokenFacts, TokenOutcome } from "./facts";
import { guardToken } from "./guard-token";

interface Trying {
  readonly environment: Environment;
  readonly credentials: ClientCredentials;
  readonly hosts: SpotifyHosts;
  readonly store: Store;
  /** The store was found to work. */
  readonly storeWorks: boolean;
  /** Where a new refresh token goes that the store cannot keep. */
  readonly envFile: string;
  readonly now: () => number;
}

export interface TriedToken {
  readonly facts: TokenFacts;
  /** Not a part of the facts. */
  readonly accessToken: Secret | undefined;
}

/**
 * Asks the token endpoint once, as the site would: over its store, so that what comes of it is kept.
 * Where Spotify has refused lately, or asked to be left alone, its word counts without asking.
 */
export async function tryToken(trying: Trying): Promise<TriedToken> {
  const { environment, credentials, store, storeWorks, now } = trying;
  const { refreshToken, connectedAt, sessionSecret } = environment;
  const seal = sessionSecret === undefined ? undefined : createSeal(sessionSecret);
  const guard = guardToken(store, seal, storeWorks);
  let calls = 0;
  const hosts: SpotifyHosts = {
    ...trying.hosts,
    fetch(input, init) {
      calls += 1;
      return fetch(input, init);
    },
  };
  const stored = await loadDecision(guard.store, guard.seal);
  const known = [
    refreshToken,
    isDisconnection(stored.decision) ? undefined : stored.decision?.refreshToken,
  ];
  const connection = createConnection({
    hosts,
    credentials,
    environment: refreshToken === undefined ? undefined : { refreshToken, connectedAt },
    store: guard.store,
    seal: guard.seal,
    now,
    log: SILENT_LOG,
  });
  await connection.load();

  let accessToken: Secret | undefined;
  let outcome: TokenOutcome;
  try {
    let isForced = false;
    accessToken = await connection.withAccessToken(async (token) => {
      // An access token that is good for another hour says nothing of the refresh token.
      if (calls > 0 || isForced) return token;
      isForced = true;
      throw new SpotifyError("unauthorized", say`The doctor wants a fresh token.`);
    });
    outcome = { type: "granted" };
  } catch (error) {
    outcome = describeFailure(error, calls, connection);
  }
  if (outcome.type === "not_connected" || outcome.type === "disconnected") {
    outcome = { ...outcome, client: await tryClient(trying) };
  }
  const caught = await guard.caught();
  const isNew = caught !== undefined && !known.some((token) => caught.refreshToken.equals(token));
  const { authorizedAt, scopes, isUnsaved } = connection.status();
  const unkept = isNew
    ? await writeDown(trying.envFile, caught.refreshToken, authorizedAt)
    : isUnsaved
      ? ("lost" as const)
      : undefined;
  const isSealedOtherwise = seal !== undefined && stored.foreign !== undefined;
  return { facts: { outcome, authorizedAt, scopes, unkept, isSealedOtherwise }, accessToken };
}

function describeFailure(error: unknown, calls: number, connection: Connection): TokenOutcome {
  if (isConnectionError(error)) {
    const probeAt = calls === 0 ? error.retryAt : undefined;
    switch (error.code) {
      case "reauthorize":
        return { type: "invalid_grant", probeAt };
      case "misconfigured":
        return { type: "invalid_client", probeAt };
      case "rate_limited":
        return { type: "rate_limited", until: error.retryAt };
      case "not_connected": {
        const isOver = connection.status().disconnectedAt !== undefined;
        return { type: isOver ? "disconnected" : "not_connected", client: "unknown" };
      }
    }
  }
  return { type: "failing", message: error instanceof Error ? error.message : "" };
}

/** Without a token of the owner's, one that nobody has tells whether Spotify knows the client. */
async function tryClient({ hosts, credentials }: Trying): Promise<"known" | "refused" | "unknown"> {
  try {
    await refreshAccessToken(hosts, credentials, new Secret("none"));
    return "known";
  } catch (error) {
    if (!isSpotifyError(error)) return "unknown";
    if (error.code === "invalid_client") return "refused";
    return error.code === "invalid_grant" ? "known" : "unknown";
  }
}

async function writeDown(
  envFile: string,
  refreshToken: Secret,
  authorizedAt: number | undefined,
): Promise<"written" | "lost"> {
  try {
    await updateEnvFile(envFile, {
      SPOTIFY_REFRESH_TOKEN: refreshToken,
      ...(authorizedAt !== undefined && {
        SPOTIFY_CONNECTED_AT: new Date(authorizedAt).toISOString(),
      }),
    });
    return "written";
  } catch {
    return "lost";
  }
}
