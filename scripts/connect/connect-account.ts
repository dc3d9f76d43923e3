import { listScopes } from "@/lib/connection/scopes";
import { createSignIn } from "@/lib/connection/sign-in";
import type { SignedIn } from "@/lib/connection/sign-in";
import { parseEnvironment } from "@/lib/environment";
import { createMeter } from "@/lib/now-playing/meter";
import type { Meter } from "@/lib/now-playing/meter";
import { site } from "@/lib/site/site";
import type { MakeChange } from "@/scripts/changes";
import { openProjectStore } from "@/scripts/settings";
import type { Settings } from "@/scripts/settings";
import type { Prompt } from "@/scripts/terminal/prompt";
import type { Screen } from "@/scripts/terminal/screen";
import { describeMoment, printable, wrap } from "@/scripts/terminal/words";
import { askClient } from "./ask-client";
import { VARIABLES, keepSignIn } from "./keep-sign-in";
import { receiveSignIn } from "./receive-sign-in";
import { tryToken } from "./try-token";
import { explainAddress, explainApp, explainNext } from "./words";

interface ConnectOptions {
  readonly settings: Settings;
  readonly prompt: Prompt;
  readonly screen: Screen;
  /** Opens an address in a browser; false where it cannot. */
  readonly open: (url: URL) => boolean;
  /** 0 is any free one. */
  readonly port: number;
  /** Another owner may take the place of the one who is known. */
  readonly mayReplaceOwner: boolean;
  readonly timeoutMs?: number;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
  readonly make: MakeChange;
}

const KEEPING = {
  during: "The sign-in was being written: run `npm run connect` again.",
  after: "The sign-in was written.",
};

/**
 * Signs the owner in, and writes what the site needs.
 *
 * @returns whether all is well: what was written counts also where the last question failed
 * @throws {Error} that says what to do; then nothing was written
 */
export async function connectAccount(options: ConnectOptions): Promise<boolean> {
  const { settings, prompt, screen, open, port, mayReplaceOwner, signal, make } = options;
  const { environment, problems } = parseEnvironment(settings.variables);
  const own: readonly string[] = VARIABLES;
  const foreign = problems.filter(({ name }) => !own.includes(name));
  if (foreign.length > 0) {
    const named = foreign.map(
      ({ name, expected }) => `${name} cannot be used; expected: ${expected}.`,
    );
    throw new Error(`${named.join("\n")}\nMend that first. Nothing was written.`);
  }
  const store = openProjectStore(environment, {
    warn: (message) => screen.say(screen.paint("yellow", wrap(message))),
  });
  try {
    const meter = createMeter({
      store,
      limit: environment.dailyBudget,
      now: Date.now,
      onStoreFailure: () => undefined,
    });
    await refuseWhenHeldBack(meter);
    explainApp(screen, environment.siteUrl);
    const credentials = await askClient({ settings, prompt, screen });
    const { ownerId } = environment;
    const isExpected = ({ user }: SignedIn) =>
      mayReplaceOwner || ownerId === undefined || user.id === ownerId;
    const signedIn = await receiveSignIn({
      signIn: createSignIn({
        hosts: environment,
        credentials,
        store,
        permit: meter.permit,
        refuse: async (refusal) => void (await meter.refuse(refusal)),
      }),
      scopes: listScopes(site.recentlyPlayed),
      port,
      isExpected,
      announce(url) {
        const isRemote = Boolean(settings.shell.SSH_CONNECTION);
        explainAddress(screen, url, { isOpened: open(url), isRemote });
      },
      timeoutMs: options.timeoutMs ?? 10 * 60_000,
      signal,
    });
    screen.say();
    screen.say(`Signed in as ${printable(signedIn.user.name)} (${printable(signedIn.user.id)}).`);
    if (!isExpected(signedIn)) await confirmOwner(options, ownerId ?? "");
    const isRead = await tryToken(environment, meter, signedIn, screen);
    const { envFile } = settings;
    const kept = await make(KEEPING, () =>
      keepSignIn({ signedIn, credentials, environment, envFile, store }),
    );
    explainNext(screen, settings, signedIn, kept.isSecretNew);
    if (kept.problem !== undefined) {
      screen.say();
      const text = `A site that runs must be started again: its store could not be told. ${kept.problem}`;
      screen.say(screen.paint("yellow", wrap(text)));
    }
    return isRead && kept.problem === undefined;
  } finally {
    await store.close?.();
  }
}

/** A sign-in asks Spotify two things; better not begun than ended half-way. */
async function refuseWhenHeldBack(meter: Meter): Promise<void> {
  await meter.load();
  const now = Date.now();
  const gate = meter.gate(now);
  const until = gate?.until ?? (meter.allowance(now).remaining < 2 ? meter.freeAt(now) : now);
  if (until <= now) return;
  const why = gate ? "Spotify asked to be left alone" : "The day's budget of calls is spent";
  throw new Error(`${why} until ${describeMoment(until)}. Run this again then.`);
}

async function confirmOwner({ prompt, screen }: ConnectOptions, ownerId: string): Promise<void> {
  screen.say(`SPOTIFY_OWNER_ID names another account so far: ${printable(ownerId)}.`);
  if (prompt.isTerminal) {
    const answer = await prompt.ask("Make this one the owner instead? (yes/no) ");
    if (/^y(es)?$/i.test(answer?.trim() ?? "")) return;
  }
  throw new Error(
    "Nothing was written. To change the owner, add --replace-owner. To sign in with another account, sign out at accounts.spotify.com first.",
  );
}
