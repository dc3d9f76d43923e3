import { resolve } from "node:path";
import { chooseArt } from "@/lib/artwork/choose-art";
import { isAllowedImage } from "@/lib/artwork/image-origins";
import { createConnection } from "@/lib/connection/connection";
import { createSeal } from "@/lib/connection/seal";
import { createLog } from "@/lib/log";
import type { Log, Tell } from "@/lib/telling/events";
import { answerNowPlaying } from "@/lib/now-playing/answer";
import type { Defer } from "@/lib/now-playing/defer";
import { createEngine } from "@/lib/now-playing/engine";
import { checkPolicy } from "@/lib/now-playing/policy";
import { SourceFailure } from "@/lib/now-playing/source";
import type { Source } from "@/lib/now-playing/source";
import { createSpotifySource } from "@/lib/now-playing/spotify-source";
import { quoteSetting, say } from "@/lib/telling/say";
import { Secret } from "@/lib/secret";
import { createFileStore } from "@/lib/store/file-store";
import { limitWaits } from "@/lib/store/limit-waits";
import { createMemoryStore } from "@/lib/store/memory-store";
import type { Store } from "@/lib/store/store";
import { parseEnvironment } from "./environment";
import type { Environment, EnvironmentProblem } from "./environment";
import { publishing } from "./publishing";
import { createReminder } from "./reminder";

interface ServerOptions {
  /** Epoch ms. */
  readonly now?: () => number;
  /** Makes the log of an area. */
  readonly logOf?: (area: string) => Log;
}

/**
 * Joins Spotify, your authorization, the store and the engine for one environment.
 *
 * @param variables usually `process.env`
 */
export function createServer(
  variables: Readonly<Record<string, string | undefined>>,
  {
    now = Date.now,
    logOf = (area) => createLog(area, { isRead: variables.NODE_ENV === "development" }),
  }: ServerOptions = {},
) {
  const { environment, problems } = parseEnvironment(variables);
  const { accountsUrl, apiUrl, connectedAt, dailyBudget, refreshToken, sessionSecret } =
    environment;
  const log = logOf("server");
  for (const { name, expected } of problems)
    log.error(
      say`${quoteSetting(name)} cannot be used; expected: ${quoteSetting(expected)}.`,
      "environment_problem",
    );
  for (const problem of checkPolicy(publishing)) {
    log.error(say`publishing.ts: ${quoteSetting(problem)}`, "policy_problem");
  }

  const store = limitWaits(openStore(environment, now, logOf("store").warn), now);
  const hosts = { accountsUrl, apiUrl, now };
  const connection = createConnection({
    hosts,
    credentials: environment.credentials ?? { clientId: "", clientSecret: new Secret("") },
    environment: refreshToken ? { refreshToken, connectedAt } : undefined,
    store,
    seal: sessionSecret ? createSeal(sessionSecret) : undefined,
    now,
    log: logOf("connection"),
  });
  const isAllowedArt = (url: string) => isAllowedImage(url, environment.imageOrigins);
  const engine = createEngine({
    source:
      refuseToRead(environment, problems) ??
      createSpotifySource({
        connection,
        hosts,
        dailyBudget,
        chooseArt: (images) => chooseArt(images, isAllowedArt),
        now,
      }),
    store,
    policy: publishing,
    now,
    isAllowedArt,
    log: logOf("now-playing"),
  });
  const remind = createReminder(log.warn);

  return {
    async respond(request: Request, defer: Defer): Promise<Response> {
      const started = performance.now();
      const publication = await engine.read(defer);
      remind(connection.status().authorizedAt, now());
      return answerNowPlaying(request, publication, now(), performance.now() - started);
    },
  };
}

/** Memory where nothing can be written. Several machines would share a store of your own: see store.ts. */
function openStore({ dataDir, isVercel }: Environment, now: () => number, warn: Tell): Store {
  if (isVercel && dataDir === undefined) return createMemoryStore({ now });
  // Without the remark, Turbopack would take the whole project for data to deploy.
  const folder = resolve(/* turbopackIgnore: true */ dataDir ?? ".data");
  return createFileStore({ folder, now, warn });
}

/** Where it is plain beforehand that no reading can succeed, Spotify is not asked. */
function refuseToRead(
  { credentials, dailyBudget }: Environment,
  problems: readonly EnvironmentProblem[],
): Source | undefined {
  if (credentials && problems.length === 0) return undefined;
  const failure =
    problems.length > 0
      ? new SourceFailure(
          "misconfigured",
          say`Spotify is not asked before the environment is mended.`,
        )
      : new SourceFailure(
          "not_connected",
          say`SPOTIFY_CLIENT_ID is not set; see liner-notes/README.md.`,
        );
  return { dailyBudget, read: () => Promise.reject(failure) };
}
