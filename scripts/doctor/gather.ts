import { statSync } from "node:fs";
import { parseEnvironment } from "@/lib/environment";
import { createMeter } from "@/lib/now-playing/meter";
import { DEFAULT_TIMEOUT_MS } from "@/lib/spotify/request";
import type { MakeChange } from "@/scripts/changes";
import { listRedirectUris } from "@/scripts/redirect-uris";
import { openProjectStore } from "@/scripts/settings";
import type { Settings } from "@/scripts/settings";
import { askApi } from "./ask-api";
import type { Facts } from "./facts";
import { lookAtHosts } from "./look-at-hosts";
import { tryStore } from "./try-store";
import { tryToken } from "./try-token";

export interface GatherOptions {
  readonly settings: Settings;
  readonly make: MakeChange;
  /** Epoch ms. */
  readonly now?: () => number;
  /** Longest wait for an answer, in ms. */
  readonly timeoutMs?: { readonly hosts: number; readonly accounts: number; readonly api: number };
  readonly nodeVersion?: string;
}

const PROBING = {
  during: "The store was being tried; what is left of that goes by itself in a minute.",
};

const ASKING = {
  during:
    "Spotify was being asked for a token: if `npm run doctor` says invalid_grant now, run `npm run connect`.",
  after: "What Spotify was asked and answered was noted; nothing else was changed.",
};

/**
 * Looks at everything, and asks Spotify for at most one token, one profile and what plays: what stands
 * on something broken is not asked.
 *
 * @returns undefined where no Spotify app is set at all
 */
export async function gather(options: GatherOptions): Promise<Facts | undefined> {
  const {
    settings,
    make,
    now = Date.now,
    timeoutMs = { hosts: 5_000, ...DEFAULT_TIMEOUT_MS },
    nodeVersion = process.version,
  } = options;
  const { environment, problems } = parseEnvironment(settings.variables);
  const { credentials, siteUrl, accountsUrl, apiUrl, dailyBudget, ownerId } = environment;
  if (!isStarted(settings)) return undefined;
  const isSound = problems.length === 0;

  const warnings: string[] = [];
  const isPlaced = !problems.some(({ name }) => ["REDIS_URL", "DATA_DIR"].includes(name));
  const store = isPlaced
    ? openProjectStore(environment, { now, warn: (message) => warnings.push(message) })
    : undefined;
  try {
    const storeFacts = store && (await make(PROBING, () => tryStore(store, environment, warnings)));
    const hosts = isSound
      ? await lookAtHosts([accountsUrl, apiUrl], { now, timeoutMs: timeoutMs.hosts })
      : undefined;
    const isReached = (url: string) =>
      hosts?.find(({ host }) => host === new URL(url).host)?.trouble === undefined;

    const storeWorks = storeFacts?.trouble === undefined;
    // What cannot be read may hold the sign-in.
    const isKnown = storeWorks || environment.refreshToken !== undefined;
    const spotify = { accountsUrl, apiUrl, now, timeoutMs };
    const tried =
      isSound && store && credentials && isKnown && isReached(accountsUrl)
        ? await make(ASKING, () =>
            tryToken({
              environment,
              credentials,
              hosts: spotify,
              store,
              storeWorks,
              envFile: settings.envFile,
              now,
            }),
          )
        : undefined;
    const meter =
      store && createMeter({ store, limit: dailyBudget, now, onStoreFailure: () => undefined });
    const api =
      meter && tried?.accessToken !== undefined && isReached(apiUrl)
        ? await askApi({ hosts: spotify, accessToken: tried.accessToken, meter, now })
        : undefined;
    await meter?.load();
    return {
      now: now(),
      nodeVersion,
      environment: {
        fileName: settings.envFileName,
        fileMode: readMode(settings.envFile),
        problems,
        hasSessionSecret: environment.sessionSecret !== undefined,
        ownerId,
      },
      redirectUris: listRedirectUris(siteUrl),
      store: storeFacts,
      hosts,
      token: tried?.facts,
      api,
      budget: meter?.allowance(now()),
    };
  } finally {
    await store?.close?.();
  }
}

function isStarted({ variables }: Settings): boolean {
  return ["SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET", "SPOTIFY_REFRESH_TOKEN"].some((name) =>
    variables[name]?.trim(),
  );
}

/** Windows knows no such rights. */
function readMode(path: string): number | undefined {
  if (process.platform === "win32") return undefined;
  return statSync(path, { throwIfNoEntry: false })?.mode;
}
