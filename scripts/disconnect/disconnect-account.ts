import { createConnection } from "@/lib/connection/connection";
import { loadDecision } from "@/lib/connection/grant-record";
import { createSeal } from "@/lib/connection/seal";
import { parseEnvironment } from "@/lib/environment";
import type { Environment } from "@/lib/environment";
import { createOrderBook } from "@/lib/now-playing/order-book";
import { forget } from "@/lib/now-playing/orders";
import { eraseTimeline } from "@/lib/now-playing/stored";
import { updateEnvFile } from "@/lib/owner/env-file";
import { Secret } from "@/lib/secret";
import type { Store } from "@/lib/store/store";
import type { MakeChange } from "@/scripts/changes";
import { findSources, openProjectStore } from "@/scripts/settings";
import type { Settings } from "@/scripts/settings";
import { SILENT_LOG } from "@/lib/telling/silent-log";
import type { Prompt } from "@/scripts/terminal/prompt";
import type { Screen } from "@/scripts/terminal/screen";
import { wrap } from "@/scripts/terminal/words";

const NAMES = ["SPOTIFY_REFRESH_TOKEN", "SPOTIFY_CONNECTED_AT"] as const;

interface DisconnectOptions {
  readonly settings: Settings;
  readonly prompt: Prompt;
  readonly screen: Screen;
  /** No question is asked. */
  readonly isSure: boolean;
  readonly make: MakeChange;
}

const DISCONNECTING = {
  during: "The site was being disconnected: run `npm run disconnect` again.",
  after: "The site was disconnected.",
};

/**
 * Ends the connection: in the store, where a site that runs finds it, and in the `.env` file.
 *
 * @returns true; a second time too
 * @throws {Error} that says what to do; then nothing was changed, or no more than was said
 */
export async function disconnectAccount(options: DisconnectOptions): Promise<boolean> {
  const { settings, screen, make } = options;
  const { environment, problems } = parseEnvironment(settings.variables);
  const trouble = problems.find(({ name }) => ["REDIS_URL", "DATA_DIR"].includes(name));
  if (trouble) {
    throw new Error(
      `${trouble.name} cannot be used; expected: ${trouble.expected}. Mend that first, for there the connection is stored. Nothing was changed.`,
    );
  }
  const store = openProjectStore(environment, { warn: (message) => screen.say(wrap(message)) });
  try {
    const end = await prepareEnd(store, environment);
    if (end === undefined && environment.refreshToken === undefined) {
      screen.say("No Spotify account is connected here.");
      sayRest(options);
      return true;
    }
    await confirm(options);
    await make(DISCONNECTING, async () => {
      const problem = await end?.();
      if (problem !== undefined) throw new Error(`${problem} Nothing was changed; try again then.`);
      // What was cut off before is done to its end.
      await forgetMusic(store);
      await updateEnvFile(
        settings.envFile,
        Object.fromEntries(NAMES.map((name) => [name, undefined])),
      );
    });
    screen.say("The site is disconnected: its tokens are erased from the store and from");
    screen.say(`${settings.envFileName}. A site on the same store stops asking at once.`);
    sayRest(options);
    return true;
  } finally {
    await store.close?.();
  }
}

/** How it is ended in the store; undefined where that has been done, or nothing is there to be ended. */
async function prepareEnd(
  store: Store,
  environment: Environment,
): Promise<(() => Promise<string | undefined>) | undefined> {
  const { refreshToken, connectedAt, sessionSecret } = environment;
  const seal = sessionSecret === undefined ? undefined : createSeal(sessionSecret);
  const found = await loadDecision(store, seal).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : "";
    throw new Error(`The store cannot be read. ${why} Nothing was changed.`, { cause: error });
  });
  const connection = createConnection({
    hosts: environment,
    credentials: environment.credentials ?? { clientId: "", clientSecret: new Secret("") },
    environment: refreshToken === undefined ? undefined : { refreshToken, connectedAt },
    store,
    seal,
    log: SILENT_LOG,
  });
  await connection.load();
  // A second end would forget which token of a running site's environment the first one was about.
  const isOver = connection.status().disconnectedAt !== undefined;
  const isEmpty = found.version === null && refreshToken === undefined;
  return isOver || isEmpty ? undefined : () => connection.disconnect();
}

/** The last song goes too, from the store and from every site that runs. */
async function forgetMusic(store: Store): Promise<void> {
  const orders = createOrderBook({ store, now: Date.now, onStoreFailure: () => undefined });
  await orders.change((given) => forget(given, Date.now()));
  await eraseTimeline(store).catch(() => undefined);
}

async function confirm({ prompt, isSure }: DisconnectOptions): Promise<void> {
  if (isSure) return;
  if (!prompt.isTerminal) throw new Error("Add --yes to disconnect without being asked.");
  const answer = await prompt.ask("Disconnect the site from your Spotify account? (yes/no) ");
  if (/^y(es)?$/i.test(answer?.trim() ?? "")) return;
  throw new Error("Nothing was changed.");
}

function sayRest({ settings, screen }: DisconnectOptions): void {
  const { say, paint } = screen;
  for (const name of NAMES) {
    for (const source of findSources(settings, name)) {
      say(paint("yellow", `${name} is still set in ${source.name}: remove it there.`));
    }
  }
  say();
  say("What is left for you to do:");
  say("- Remove the app's access for good at https://www.spotify.com/account/apps/");
  say("  (Spotify lets no program do that).");
  say(`- On Vercel, remove ${NAMES[0]} and`);
  say(`  ${NAMES[1]} from the project's variables, and deploy again.`);
}
