import { connectionEndsAt } from "@/lib/connection/lifetime";
import type { SignedIn } from "@/lib/connection/sign-in";
import { listRedirectUris } from "@/scripts/redirect-uris";
import { findSources } from "@/scripts/settings";
import type { Settings } from "@/scripts/settings";
import type { Screen } from "@/scripts/terminal/screen";
import { describeDay } from "@/scripts/terminal/words";
import { VARIABLES } from "./keep-sign-in";

/** What to create at Spotify, for somebody who has nothing yet. */
export function explainApp({ say, paint }: Screen, siteUrl: string | undefined): void {
  const { toRegister } = listRedirectUris(siteUrl);
  say(paint("bold", "Connect the site to your Spotify account"));
  say();
  say("1. Open https://developer.spotify.com/dashboard and create an app, or open");
  say("   the one you have. Its owner needs Spotify Premium.");
  say("   Redirect URIs, to the letter (without a port; `localhost` is refused):");
  for (const uri of toRegister) say(`     ${paint("bold", uri)}`);
  if (toRegister.length === 1) {
    say("     https://YOUR-SITE/owner/callback  (as soon as the site has an address)");
  }
  say("   APIs: tick Web API. Do you listen with another account than the one you");
  say("   are signed in with there? Add it under User Management.");
  say("2. Paste its Client ID and Client secret here.");
  say();
}

/** Where to agree. */
export function explainAddress(
  { say, paint }: Screen,
  url: URL,
  { isOpened, isRemote }: { readonly isOpened: boolean; readonly isRemote: boolean },
): void {
  say();
  say(isOpened ? "3. Agree in the browser that opens now, or here:" : "3. Open this and agree:");
  say();
  say(paint("bold", url.href));
  say();
  if (isRemote) {
    const port = new URL(url.searchParams.get("redirect_uri") ?? url).port;
    say("   The browser must reach this machine. From where you sit, first run");
    say(`     ssh -L ${port}:127.0.0.1:${port} THIS-MACHINE`);
  }
  say("   If Spotify's page says INVALID_CLIENT: Invalid redirect URI, register");
  say("   http://127.0.0.1/owner/callback as above, then load the page again.");
  say("   Waiting for at most ten minutes. Ctrl-C ends it, and changes nothing.");
}

/** What was written, and what comes next. */
export function explainNext(
  { say, paint }: Screen,
  settings: Settings,
  signedIn: SignedIn,
  isSecretNew: boolean,
): void {
  const { envFileName } = settings;
  say(`Written to ${envFileName}, which only you can read.`);
  for (const name of VARIABLES) {
    const stronger = findSources(settings, name).filter(({ isStronger }) => isStronger);
    for (const source of stronger) {
      say(paint("yellow", `${name} is also set in ${source.name}, which counts before it.`));
    }
  }
  say();
  say(paint("bold", "Next"));
  say("- `npm run dev`, play something, and look at the footer.");
  say(`- For Vercel, copy these from ${envFileName} into the project's variables:`);
  for (const name of VARIABLES) say(`    ${name}`);
  if (isSecretNew) say("- SESSION_SECRET is new: restart the site where it runs already.");
  const end = describeDay(connectionEndsAt(signedIn.authorizedAt));
  say(`- Spotify ends this sign-in on ${end}, after six months. Then sign in at`);
  say("  /owner on your site, or run this again.");
}
