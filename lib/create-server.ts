import { createArtwork } from "@/lib/artwork/create-artwork";
import { createConnection } from "@/lib/connection/connection";
import { createSeal } from "@/lib/connection/seal";
import { createSignIn } from "@/lib/connection/sign-in";
import { parseEnvironment } from "@/lib/environment";
import { describeHealth, publishHealth } from "@/lib/health";
import type { Health, PublicHealth } from "@/lib/health";
import { joinEmbeds } from "@/lib/join-embeds";
import { joinOwner } from "@/lib/join-owner";
import { createLog } from "@/lib/log";
import type { Log } from "@/lib/telling/events";
import { answerNowPlaying } from "@/lib/now-playing/answer";
import { answerRecentPlays } from "@/lib/now-playing/answer-recent-plays";
import { createEngine } from "@/lib/now-playing/engine";
import { deferSafely } from "@/lib/now-playing/defer";
import type { Defer } from "@/lib/now-playing/defer";
import { createHistoryTurn } from "@/lib/now-playing/history-turn";
import { checkPolicy } from "@/lib/now-playing/policy";
import type { PublishingPolicy } from "@/lib/now-playing/policy";
import type { Publication } from "@/lib/now-playing/publisher";
import { NO_RECENT_PLAYS, createRecentPlays } from "@/lib/now-playing/recent-plays";
import { createSpotifySource } from "@/lib/now-playing/spotify-source";
import { openStore } from "@/lib/open-store";
import type { OwnerPage } from "@/lib/owner/view";
import { refuseToRead } from "@/lib/refuse-to-read";
import { quoteSetting, say } from "@/lib/telling/say";
import { explain } from "@/lib/telling/explained-error";
import { Secret } from "@/lib/secret";
import { BASE_PATH } from "@/lib/site/address";
import { site } from "@/lib/site/site";
import { limitWaits } from "@/lib/store/limit-waits";

interface ServerOptions {
  /** Epoch ms. */
  readonly now?: () => number;
  /** Makes the log of an area. */
  readonly logOf?: (area: string) => Log;
  /** What of the music is told; that of content/site.ts unless said otherwise. */
  readonly policy?: PublishingPolicy;
  /** Whether what was played lately is told; as content/site.ts has it unless said otherwise. */
  readonly recentlyPlayed?: boolean;
  /** The path that the site was built with, below its origin. */
  readonly basePath?: string;
  /** Folder of the `.env.local` that a development server's first sign-in writes. */
  readonly root?: string;
}

/**
 * Joins the rooms for one environment.
 *
 * @param variables usually `process.env`
 */
export function createServer(
  variables: Readonly<Record<string, string | undefined>>,
  options: ServerOptions = {},
) {
  const { now = Date.now, policy = site.publishing, root = "." } = options;
  const { basePath = BASE_PATH } = options;
  const { recentlyPlayed = site.recentlyPlayed } = options;
  const { environment, problems } = parseEnvironment(variables, basePath);
  // The development server's own terminal is hidden from it behind Next's.
  const { logOf = (area: string) => createLog(area, { isRead: environment.isDevelopment }) } =
    options;
  const log = logOf("server");
  for (const { name, expected } of problems)
    log.error(
      say`${quoteSetting(name)} cannot be used; expected: ${quoteSetting(expected)}.`,
      "environment_problem",
    );
  const policyProblems = checkPolicy(policy);
  for (const problem of policyProblems) {
    log.error(say`content/site.ts, publishing: ${quoteSetting(problem)}`, "policy_problem");
  }

  const store = limitWaits(openStore(environment, { now, warn: logOf("store").warn }), now);
  const artwork = createArtwork({
    origins: environment.imageOrigins,
    now,
    warn: logOf("artwork").warn,
  });
  const hosts = { accountsUrl: environment.accountsUrl, apiUrl: environment.apiUrl, now };
  const credentials = environment.credentials ?? { clientId: "", clientSecret: new Secret("") };
  let seal = environment.sessionSecret ? createSeal(environment.sessionSecret) : undefined;
  const connection = createConnection({
    hosts,
    credentials,
    environment: environment.refreshToken
      ? { refreshToken: environment.refreshToken, connectedAt: environment.connectedAt }
      : undefined,
    store,
    now,
    get seal() {
      return seal;
    },
    log: logOf("connection"),
  });
  const source =
    refuseToRead(environment, problems) ??
    createSpotifySource({
      connection,
      hosts,
      dailyBudget: environment.dailyBudget,
      chooseArt: artwork.chooseArt,
      takeHistoryTurn: createHistoryTurn({
        store,
        now,
        onStoreFailure: (error) => logOf("store").warn(explain(error), "store_failed"),
      }),
      now,
    });
  const engine = createEngine({
    source,
    store,
    policy,
    now,
    knownTint: artwork.knownTint,
    findTint: artwork.tintOf,
    isAllowedArt: artwork.isAllowed,
    log: logOf("now-playing"),
  });
  const { permit, refuse, rules } = engine;
  const { history } = source;
  const recentPlays =
    recentlyPlayed && history
      ? createRecentPlays({ history, rules, now, log: logOf("recently-played") })
      : NO_RECENT_PLAYS;
  const judge = (): Health =>
    describeHealth({
      connection: connection.status(),
      engine: engine.status(),
      environmentProblems: problems,
      policyProblems,
      store,
      now: now(),
    });
  const { owner, lookAtClock } = joinOwner({
    environment,
    connection,
    engine,
    store,
    signIn: createSignIn({ hosts, credentials, store, now, permit, refuse }),
    problems: () => judge().problems,
    keepSealed: (secret) => (seal = createSeal(secret)),
    basePath,
    root,
    now,
    log: logOf("owner"),
  });

  /** What visitors are told, whichever face they look at. */
  async function read(defer: Defer): Promise<Publication> {
    const publication = await engine.read(defer);
    lookAtClock(defer);
    // What another instance has renewed, or the owner decided there, is known here before it is needed.
    if (connection.isDue()) deferSafely(defer, () => connection.load());
    return publication;
  }

  return {
    owner,
    log,
    /** Writes to the log what the process has started with. */
    tellStart(): void {
      const { kind, durable } = store;
      const facts = { store: kind, durable, problems: problems.length + policyProblems.length };
      log.info(say`Liner Notes has started. What it keeps goes to: ${kind}.`, "started", facts);
    },
    faces: joinEmbeds({ environment, artwork, read, basePath, now }),
    async respond(request: Request, defer: Defer): Promise<Response> {
      const started = performance.now();
      const publication = await read(defer);
      return answerNowPlaying(request, publication, now(), performance.now() - started);
    },
    async respondRecentPlays(request: Request, defer: Defer): Promise<Response> {
      const told = await recentPlays.read(defer);
      lookAtClock(defer);
      return answerRecentPlays(request, told, now());
    },
    async readHealth(headers: Pick<Headers, "get">, defer: Defer): Promise<Health | PublicHealth> {
      await Promise.all([engine.look(), connection.load()]);
      lookAtClock(defer);
      return owner.isOwner(headers) ? judge() : publishHealth(judge());
    },
    readOwnerPage(
      headers: Pick<Headers, "get">,
      query: URLSearchParams,
      defer: Defer,
    ): Promise<OwnerPage> {
      lookAtClock(defer);
      return owner.page(headers, query);
    },
  };
}
