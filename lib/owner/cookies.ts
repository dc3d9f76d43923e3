/** The owner's cookies, each sealed: nobody can read or forge one without SESSION_SECRET. */
export type CookieName = "session" | "sign-in" | "variables" | "known";

interface CookieOptions {
  /** The site is reached over https. */
  readonly isSecure: boolean;
  readonly maxAgeMs: number;
}

/**
 * The cookie's name in the browser. `__Host-` ties it to this host and to https; on http, which only a
 * loopback host may have, it goes by a plain name, for Safari drops Secure cookies there.
 */
function nameInBrowser(name: CookieName, isSecure: boolean): string {
  return `${isSecure ? "__Host-" : ""}liner-notes-${name}`;
}

/** A `Set-Cookie` header. */
export function writeCookie(
  name: CookieName,
  value: string,
  { isSecure, maxAgeMs }: CookieOptions,
): string {
  const parts = [
    `${nameInBrowser(name, isSecure)}=${value}`,
    "Path=/",
    `Max-Age=${Math.floor(maxAgeMs / 1_000)}`,
    "HttpOnly",
    // Lax, not Strict: the way back from Spotify begins on another site.
    "SameSite=Lax",
    ...(isSecure ? ["Secure"] : []),
  ];
  return parts.join("; ");
}

/** A `Set-Cookie` header that takes the cookie away. */
export function eraseCookie(name: CookieName, isSecure: boolean): string {
  return writeCookie(name, "", { isSecure, maxAgeMs: 0 });
}

/** The cookie's value in a `Cookie` header; undefined where it is absent, or there twice. */
export function readCookie(
  header: string | null,
  name: CookieName,
  isSecure: boolean,
): string | undefined {
  const start = `${nameInBrowser(name, isSecure)}=`;
  const found = (header ?? "")
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part.startsWith(start));
  return found.length === 1 ? found[0]?.slice(start.length) : undefined;
}
