export type RedirectUriVerdict = "ok" | "insecure" | "unregistered";

/**
 * Spotify's rules since November 2025: https, or http on a loopback IP literal; an exact match, but that a loopback
 * literal registered without a port takes any port.
 * https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
 */
export function judgeRedirectUri(uri: string, registered: readonly string[]): RedirectUriVerdict {
  if (!URL.canParse(uri)) return "unregistered";
  const url = new URL(uri);
  if (url.hostname === "localhost") return "insecure";
  if (url.protocol === "http:" && !isLoopbackLiteral(url)) return "insecure";
  return registered.some((entry) => matches(uri, entry)) ? "ok" : "unregistered";
}

function matches(uri: string, entry: string): boolean {
  if (uri === entry) return true;
  const registered = new URL(entry);
  if (!isLoopbackLiteral(registered) || registered.protocol !== "http:") return false;
  if (registered.port !== "") return false;
  return uri.replace(/^(http:\/\/(?:127\.0\.0\.1|\[::1\])):\d+(?=\/|$)/, "$1") === entry;
}

function isLoopbackLiteral(url: URL): boolean {
  return url.hostname === "127.0.0.1" || url.hostname === "[::1]";
}
