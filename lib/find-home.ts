import { siteAsked } from "@/lib/owner/origins";
import { BASE_PATH } from "@/lib/site/address";

/**
 * The site's public address, with its own path where it has one: the one that its author has told, else
 * the one that was asked.
 */
export function findHome(
  { headers, url }: Request,
  siteUrl: URL | undefined,
  basePath: string = BASE_PATH,
): URL {
  return siteUrl ?? siteAsked(headers, basePath) ?? new URL(basePath, new URL(url).origin);
}
