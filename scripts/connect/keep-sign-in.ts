import { randomBytes } from "node:crypto";
import type { EnvironmentToken } from "@/lib/connection/choose-grant";
import { createConnection } from "@/lib/connection/connection";
import { createSeal } from "@/lib/connection/seal";
import type { SignedIn } from "@/lib/connection/sign-in";
import type { Environment } from "@/lib/environment";
import { updateEnvFile } from "@/lib/owner/env-file";
import { Secret } from "@/lib/secret";
import type { ClientCredentials } from "@/lib/spotify/accounts";
import type { Store } from "@/lib/store/store";
import { SILENT_LOG } from "@/lib/telling/silent-log";

const DAY_MS = 24 * 60 * 60_000;

/** What a deployed site needs of `.env.local`. */
export const VARIABLES = [
  "SPOTIFY_CLIENT_ID",
  "SPOTIFY_CLIENT_SECRET",
  "SPOTIFY_REFRESH_TOKEN",
  "SPOTIFY_CONNECTED_AT",
  "SPOTIFY_OWNER_ID",
  "SESSION_SECRET",
] as const;

interface Keeping {
  readonly signedIn: SignedIn;
  readonly credentials: ClientCredentials;
  readonly environment: Environment;
  readonly envFile: string;
  readonly store: Store;
}

interface Kept {
  readonly isSecretNew: boolean;
  /** Why a site that runs will not learn of it; undefined when it does. */
  readonly problem: string | undefined;
}

/**
 * Writes what a sign-in has brought: into the `.env` file, and into the store, where a site that runs
 * finds it without a restart and where nothing older may outlive it.
 *
 * @throws {Error} when the file cannot be written: then the store is as it was
 */
export async function keepSignIn(keeping: Keeping): Promise<Kept> {
  const { signedIn, credentials, environment, envFile, store } = keeping;
  const { sessionSecret = new Secret(randomBytes(32).toString("base64url")) } = environment;
  const isSecretNew = environment.sessionSecret === undefined;
  await updateEnvFile(envFile, {
    SPOTIFY_CLIENT_ID: credentials.clientId,
    SPOTIFY_CLIENT_SECRET: credentials.clientSecret,
    SPOTIFY_REFRESH_TOKEN: signedIn.refreshToken,
    SPOTIFY_CONNECTED_AT: new Date(signedIn.authorizedAt).toISOString(),
    SPOTIFY_OWNER_ID: signedIn.user.id,
    ...(isSecretNew && { SESSION_SECRET: sessionSecret }),
  });
  if (!store.durable) return { isSecretNew, problem: undefined };
  const connection = createConnection({
    hosts: environment,
    credentials,
    environment: standBeside(signedIn, environment),
    store,
    seal: createSeal(sessionSecret),
    log: SILENT_LOG,
  });
  return { isSecretNew, problem: await connection.connect(signedIn) };
}

/**
 * The environment's token that the stored sign-in is told apart from others by. A site that runs
 * holds the old one, one that is started later the new one. Where the days alone tell the running
 * site which is later, it is the new one: what Spotify makes of it later then outlives a restart.
 */
function standBeside(
  { refreshToken, authorizedAt }: SignedIn,
  { refreshToken: old, connectedAt }: Environment,
): EnvironmentToken {
  const isPlainlyLater = connectedAt !== undefined && authorizedAt >= connectedAt + DAY_MS;
  if (old === undefined || isPlainlyLater) return { refreshToken, connectedAt: authorizedAt };
  return { refreshToken: old, connectedAt };
}
