/** Of signs that neither a router nor a proxy takes for anything else. */
const PATH = /^(?:\/[\w.~-]+)*\/?$/;

/** What SITE_URL has to be, for whoever has to mend it. */
export const EXPECTED_SITE_URL =
  "the site's public address, such as https://example.com or https://example.com/notes, its path of letters, digits and -._~ only";

/**
 * Reads the site's public address.
 *
 * @param text as SITE_URL has it
 * @returns the address without a slash at the end of its path; undefined where it is none that can be used
 */
export function parseSiteUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, pathname, search, hash, username, password } = new URL(text);
  const isPublic = /^https?:$/.test(protocol) && PATH.test(pathname);
  if (!isPublic || search || hash || username || password) return undefined;
  return origin + pathname.replace(/\/$/, "");
}

/** Where the site lies below its origin, such as `/notes`; empty at the root. */
export function basePathOf(siteUrl: string): string {
  return new URL(siteUrl).pathname.replace(/\/$/, "");
}

/**
 * The base path to build the site with.
 *
 * @param text SITE_URL, where it is set
 * @throws {Error} that says what to do, where it cannot be used: pages with wrong addresses help nobody
 */
export function readBasePath(text: string | undefined): string {
  const given = text?.trim();
  if (!given) return "";
  const siteUrl = parseSiteUrl(given);
  if (siteUrl !== undefined) return basePathOf(siteUrl);
  throw new Error(
    `SITE_URL cannot be used; expected: ${EXPECTED_SITE_URL}. Mend it or leave it empty, and build again.`,
  );
}
