import { absolute } from "@/lib/site/absolute";

/** What a request says of the address it came to. */
export type RequestHeaders = Pick<Headers, "get">;

/** Where the site lies, as far as its author has told. */
export interface Whereabouts {
  /** Its public address, with its own path where it has one. */
  readonly siteUrl: string | undefined;
  /** Its path below its origin, such as `/notes`; empty at the root. */
  readonly basePath: string;
}

/** Path of the page to which Spotify sends the browser back. */
const CALLBACK_PATH = "/owner/callback";

/**
 * The origin at which the browser sees us, as far as the request tells; a proxy may have taken the
 * place of host and scheme.
 */
export function originOf(headers: RequestHeaders): URL | undefined {
  const host = firstOf(headers.get("x-forwarded-host")) ?? headers.get("host") ?? "";
  if (!/^[a-z0-9.:[\]-]+$/i.test(host)) return undefined;
  const told = firstOf(headers.get("x-forwarded-proto"));
  const bare = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
  if (bare === undefined) return undefined;
  const isPlain = told === undefined ? isLoopback(bare) : told !== "https";
  return isPlain ? bare : new URL(`https://${host}`);
}

function firstOf(list: string | null): string | undefined {
  return list?.split(",")[0]?.trim() || undefined;
}

/** This machine, by any of its names. */
export function isLoopback({ hostname }: URL): boolean {
  return ["127.0.0.1", "[::1]", "localhost"].includes(hostname);
}

/** The site's address as the browser sees it, as far as the request tells. */
export function siteAsked(headers: RequestHeaders, basePath: string): URL | undefined {
  const origin = originOf(headers);
  return origin && new URL(basePath, origin);
}

/**
 * Where the owner signs in: the site's public address, else the request's own. Spotify refuses
 * `localhost`, so there it is the same machine under its number.
 *
 * @see https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
 */
export function homeOf(
  { siteUrl, basePath }: Whereabouts,
  headers: RequestHeaders,
): URL | undefined {
  const site = siteUrl === undefined ? siteAsked(headers, basePath) : new URL(siteUrl);
  if (site?.hostname !== "localhost") return site;
  const home = new URL(site);
  home.hostname = "127.0.0.1";
  return home;
}

/** The redirect URI that the browser comes back to. */
export function redirectUriOf(home: URL): string {
  return absolute(home, CALLBACK_PATH);
}

/** The redirect URI as it is registered: a loopback address without its port, for Spotify then takes any. */
export function registeredRedirectUri(home: URL): string {
  const uri = new URL(redirectUriOf(home));
  if (isLoopback(uri)) uri.port = "";
  return uri.href;
}

/** Whether Spotify accepts a redirect URI there: https, or http to a loopback address. */
export function acceptsSignIn(home: URL): boolean {
  return home.protocol === "https:" || isLoopback(home);
}

/**
 * Whether a POST was sent by one of our own pages. Browsers name the sender of every POST; what names
 * none is no browser, or hides where it comes from.
 */
export function isOwnPost(siteUrl: string | undefined, headers: RequestHeaders): boolean {
  const sender = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (sender === null || !URL.canParse(sender)) return false;
  if (site !== null && site !== "same-origin") return false;
  const { host, protocol } = new URL(sender);
  if (!/^https?:$/.test(protocol)) return false;
  if (siteUrl !== undefined && new URL(siteUrl).origin === sender) return true;
  return originOf(headers)?.host === host;
}
