import "server-only";
import { resolve } from "node:path";
import { createArtwork } from "@/lib/artwork/create-artwork";
import { createConnection } from "@/lib/connection/connection";
import { createLifetimeWatch } from "@/lib/connection/lifetime-watch";
import { createSeal } from "@/lib/connection/seal";
import { drawCard } from "@/lib/embeds/card";
import { parseEnvironment } from "@/lib/environment";
import type { Environment, EnvironmentProblem } from "@/lib/environment";
import { describeHealth } from "@/lib/health";
import type { Health } from "@/lib/health";
import { createLog } from "@/lib/log";
import type { Log } from "@/lib/log";
import { answerNowPlaying } from "@/lib/now-playing/answer";
import { createEngine } from "@/lib/now-playing/engine";
import { deferSafely } from "@/lib/now-playing/defer";
import type { Defer } from "@/lib/now-playing/defer";
import { SourceFailure } from "@/lib/now-playing/source";
import type { Source } from "@/lib/now-playing/source";
import { createSpotifySource } from "@/lib/now-playing/spotify-source";
import { hasItem } from "@/lib/now-playing/wire";
import { describeSite } from "@/lib/site/site";
import { strings } from "@/lib/site/strings";
import { createFileStore } from "@/lib/store/file-store";
import { limitWaits } from "@/lib/store/limit-waits";
import { createMemoryStore } from "@/lib/store/memory-store";
import type { Store } from "@/lib/store/store";

/** Everything that lives as long as the process. */
type Server = ReturnType<typeof createServer>;

/** Next makes several instances of a module; this key finds the one server of the process. */
const KEY = Symbol.for("liner-notes.server");

function getServer(): Server {
  const holder: typeof globalThis & { [KEY]?: Server } = globalThis;
  return (holder[KEY] ??= createServer(process.env));
}

/** Starts the server before the first request, so that bad configuration is named at once. */
export function startServer(): void {
  getServer();
}

/** The site's public address, for links that have to be absolute; undefined where nobody has told it. */
export function readSiteUrl(): URL | undefined {
  const { siteUrl } = parseEnvironment(process.env).environment;
  return siteUrl === undefined ? undefined : new URL(siteUrl);
}

/** Answers `GET /api/now-playing`. */
export function respondNowPlaying(request: Request, defer: Defer): Promise<Response> {
  return getServer().respond(request, defer);
}

/** The card: what is playing as an SVG picture. */
export function drawNowPlayingCard(defer: Defer): Promise<string> {
  return getServer().drawCard(defer);
}

/** The page on Spotify of what is shown; undefined where it has none. */
export function findItemPage(defer: Defer): Promise<string | undefined> {
  return getServer().findItemPage(defer);
}

/** How the site fares, for `GET /api/health`. Asks Spotify nothing. */
export function readHealth(defer: Defer): Promise<Health> {
  return getServer().readHealth(defer);
}

interface ServerOptions {
  /** Epoch ms. */
  readonly now?: () => number;
  /** Makes the log of an area. */
  readonly logOf?: (area: string) => Log;
}

/**
 * Joins the rooms for one environment.
 *
 * @param variables usually `process.env`
 */
export function createServer(
  variables: Readonly<Record<string, string | undefined>>,
  { now = Date.now, logOf = createLog }: ServerOptions = {},
) {
  const { environment, problems } = parseEnvironment(variables);
  const log = logOf("server");
  for (const { name, expected } of problems)
    log.error(`${name} cannot be used; expected: ${expected}.`);
  if (variables.REDIS_URL) log.warn("REDIS_URL is set, but this version keeps nothing in Redis.");

  const store = limitWaits(openStore(environment, now, logOf("store")), now);
  const artwork = createArtwork({
    origins: environment.imageOrigins,
    now,
    warn: logOf("artwork").warn,
  });
  const hosts = { accountsUrl: environment.accountsUrl, apiUrl: environment.apiUrl, now };
  const connectionLog = logOf("connection");
  const connection = createConnection({
    hosts,
    credentials: environment.credentials ?? { clientId: "", clientSecret: "" },
    environment: environment.refreshToken
      ? { refreshToken: environment.refreshToken, connectedAt: environment.connectedAt }
      : undefined,
    store,
    now,
    seal: environment.sessionSecret ? createSeal(environment.sessionSecret) : undefined,
    log: connectionLog,
  });
  const watch = createLifetimeWatch({ store, now, tell: connectionLog.warn });
  const source =
    refuseToRead(environment, problems) ??
    createSpotifySource({
      connection,
      hosts,
      dailyBudget: environment.dailyBudget,
      chooseArt: artwork.chooseArt,
      now,
    });
  const engine = createEngine({
    source,
    store,
    now,
    knownTint: artwork.knownTint,
    findTint: artwork.tintOf,
    warn: logOf("now-playing").warn,
  });

  async function countDown(): Promise<void> {
    // The store may know of a later sign-in than the environment does.
    await connection.load();
    await watch.look(connection.status().authorizedAt);
  }

  /** Work after an answer is not free, so it is left only where there is some. */
  function lookAtClock(defer: Defer): void {
    if (watch.isDue()) deferSafely(defer, countDown);
  }

  return {
    async respond(request: Request, defer: Defer): Promise<Response> {
      const started = performance.now();
      const publication = await engine.read(defer);
      lookAtClock(defer);
      return answerNowPlaying(request, publication, now(), performance.now() - started);
    },
    async drawCard(defer: Defer): Promise<string> {
      const { nowPlaying } = await engine.read(defer);
      const { playing, paused, recently, idle } = strings.nowPlaying;
      const words = { playing, paused, recent: recently, idle, plain: describeSite() };
      return drawCard(nowPlaying, words, now());
    },
    async findItemPage(defer: Defer): Promise<string | undefined> {
      const { nowPlaying } = await engine.read(defer);
      return hasItem(nowPlaying) ? nowPlaying.url : undefined;
    },
    async readHealth(defer: Defer): Promise<Health> {
      await Promise.all([engine.look(), connection.load()]);
      lookAtClock(defer);
      return describeHealth({
        connection: connection.status(),
        engine: engine.status(),
        environmentProblems: problems,
        store,
        now: now(),
      });
    },
  };
}

/** A file store on a machine of one's own; memory where nothing can be written. */
function openStore({ dataDir, isVercel }: Environment, now: () => number, log: Log): Store {
  if (isVercel && dataDir === undefined) return createMemoryStore({ now });
  return createFileStore({
    // Without the comment, Turbopack would take the whole project for data to deploy.
    folder: resolve(/* turbopackIgnore: true */ dataDir ?? ".data"),
    now,
    warn: log.warn,
  });
}

/** Where it is plain beforehand that no reading can succeed, Spotify is not asked. */
function refuseToRead(
  { credentials, dailyBudget }: Environment,
  problems: readonly EnvironmentProblem[],
): Source | undefined {
  if (problems.length > 0) {
    const failure = new SourceFailure(
      "misconfigured",
      "Not asking Spotify before the environment is mended; what is wrong with it was said at start.",
    );
    return { dailyBudget, read: () => Promise.reject(failure) };
  }
  if (credentials) return undefined;
  const failure = new SourceFailure("not_connected", "No Spotify app is set; see the README.");
  return { dailyBudget, read: () => Promise.reject(failure) };
}
