import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import type { Connection } from "@/lib/connection/connection";
import { listScopes } from "@/lib/connection/scopes";
import { createSeal } from "@/lib/connection/seal";
import type { SignIn, SignedIn } from "@/lib/connection/sign-in";
import type { Environment } from "@/lib/environment";
import type { HealthProblem } from "@/lib/health";
import type { Log } from "@/lib/telling/events";
import { deferSafely } from "@/lib/now-playing/defer";
import type { Defer } from "@/lib/now-playing/defer";
import type { Engine } from "@/lib/now-playing/engine";
import { dueAlert, passedAlerts } from "@/lib/owner/alerts";
import { updateEnvFile } from "@/lib/owner/env-file";
import { createOwner } from "@/lib/owner/owner";
import type { Owner } from "@/lib/owner/owner";
import type { MissingVariable } from "@/lib/owner/view";
import { createWatch } from "@/lib/owner/watch";
import { postAlert } from "@/lib/owner/webhook";
import { say } from "@/lib/telling/say";
import { Secret } from "@/lib/secret";
import { site } from "@/lib/site/site";
import { fill } from "@/lib/site/fill";
import { strings } from "@/lib/site/strings";
import type { Store } from "@/lib/store/store";

interface JoinOptions {
  readonly environment: Environment;
  readonly connection: Connection;
  readonly engine: Engine;
  readonly store: Store;
  readonly signIn: SignIn;
  readonly problems: () => readonly HealthProblem[];
  /** Has tokens sealed with a secret that was made only now. */
  readonly keepSealed: (secret: Secret) => void;
  /** Of the site, below its origin; empty at the root. */
  readonly basePath: string;
  /** Folder of `.env.local`. */
  readonly root: string;
  /** Epoch ms. */
  readonly now: () => number;
  readonly log: Log;
}

/** The owner's room, and the watch over the connection that every request may wake. */
export function joinOwner(options: JoinOptions): {
  owner: Owner;
  lookAtClock: (defer: Defer) => void;
} {
  const { environment, connection, store, keepSealed, root, now, log } = options;
  const { siteUrl, webhookUrl, isDevelopment } = environment;
  let { ownerId } = environment;
  // On the author's own machine a secret for the first sign-in is made up, and kept if it succeeds.
  const secret = environment.sessionSecret ?? (isDevelopment ? makeSecret() : undefined);
  const mayClaim = isDevelopment && ownerId === undefined;

  async function claim({ user, refreshToken, authorizedAt }: SignedIn): Promise<void> {
    // Without the remark, Turbopack would take the whole project for data to deploy.
    await updateEnvFile(resolve(/* turbopackIgnore: true */ root, ".env.local"), {
      SPOTIFY_OWNER_ID: user.id,
      SPOTIFY_REFRESH_TOKEN: refreshToken,
      SPOTIFY_CONNECTED_AT: new Date(authorizedAt).toISOString(),
      ...(secret !== undefined && { SESSION_SECRET: secret }),
    });
    if (secret !== undefined) keepSealed(secret);
    ownerId = user.id;
    log.info(
      say`The first sign-in made its account the owner; .env.local was written.`,
      "owner_claimed",
    );
  }

  function findMissing(): MissingVariable[] {
    const { credentials } = environment;
    return [
      ...(credentials ? [] : (["SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET"] as const)),
      ...(secret === undefined ? (["SESSION_SECRET"] as const) : []),
      ...(ownerId === undefined && !mayClaim ? (["SPOTIFY_OWNER_ID"] as const) : []),
    ];
  }

  const owner = createOwner({
    ...options,
    seal: secret === undefined ? undefined : createSeal(secret),
    siteUrl: isDevelopment ? undefined : siteUrl,
    accountsUrl: environment.accountsUrl,
    ownerId: () => ownerId,
    missing: findMissing,
    claim: mayClaim ? claim : undefined,
    scopes: listScopes(site.recentlyPlayed),
    timeZone: site.timeZone,
    calendarWords: {
      summary: fill(strings.calendar.summary, { site: site.title }),
      description: strings.calendar.description,
    },
  });

  const watch = createWatch({
    store,
    now,
    tell: log.warn,
    ...(webhookUrl !== undefined && {
      post: (alert) => postAlert(alert, { url: webhookUrl, siteUrl }),
    }),
  });

  async function look(): Promise<void> {
    // The store may know of a later sign-in than the environment does.
    await connection.load();
    const status = connection.status();
    await watch.look(dueAlert(status, now()), passedAlerts(status));
  }

  return {
    owner,
    lookAtClock(defer) {
      // Work after an answer is not free, so it is left only where there is some.
      if (watch.isDue()) deferSafely(defer, look);
    },
  };
}

function makeSecret(): Secret {
  return new Secret(randomBytes(32).toString("base64url"));
}
