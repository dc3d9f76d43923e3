import { acceptsSignIn, registeredRedirectUri } from "@/lib/owner/origins";

/** This machine, whatever port is listened on: Spotify takes any for an address without one. */
const LOOPBACK = registeredRedirectUri(new URL("http://127.0.0.1"));

/** What has to be registered with the app, and what Spotify would say of the site's own address. */
export interface RedirectUris {
  readonly toRegister: readonly string[];
  readonly trouble: "localhost" | "plain_http" | undefined;
}

/** @param siteUrl the site's public address, where it is known */
export function listRedirectUris(siteUrl: string | undefined): RedirectUris {
  if (siteUrl === undefined) return { toRegister: [LOOPBACK], trouble: undefined };
  const home = new URL(siteUrl);
  if (home.hostname === "localhost") return { toRegister: [LOOPBACK], trouble: "localhost" };
  if (!acceptsSignIn(home)) return { toRegister: [LOOPBACK], trouble: "plain_http" };
  const toRegister = [...new Set([LOOPBACK, registeredRedirectUri(home)])];
  return { toRegister, trouble: undefined };
}
