import { BASE_PATH } from "@/lib/site/address";

/** What is no page of the site's shell: files, answers for machines, and what leads elsewhere. */
const ELSEWHERE = /^\/(?:api|embed|go|owner)(?:\/|$)|\./;

/**
 * The page that a click there leads to, as the router takes it; undefined where the browser should follow
 * the link itself.
 */
export function findPage(target: unknown, base = BASE_PATH): string | undefined {
  const link = target instanceof Element ? target.closest("a") : null;
  if (!link || link.target || link.hasAttribute("download")) return undefined;
  const { origin, pathname, search, hash } = link;
  const here = location;
  if (origin !== here.origin || !(pathname === base || pathname.startsWith(`${base}/`))) {
    return undefined;
  }
  const isPlaceOnThisPage = hash && pathname === here.pathname && search === here.search;
  const path = pathname.slice(base.length) || "/";
  return isPlaceOnThisPage || ELSEWHERE.test(path) ? undefined : `${path}${search}${hash}`;
}
