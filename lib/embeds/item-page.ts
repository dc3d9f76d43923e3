import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";

/**
 * The page of the published item, where it is one of Spotify's: a redirect may lead there, and nowhere
 * that a spoilt answer or store could name.
 *
 * @returns an `https://open.spotify.com/` address as URL parsers write it: ASCII, and safe in a header
 */
export function chooseItemPage(published: NowPlaying): string | undefined {
  if (!hasItem(published) || published.url === undefined || !URL.canParse(published.url)) {
    return undefined;
  }
  const { protocol, host, username, password, href } = new URL(published.url);
  const isSpotifys = protocol === "https:" && host === "open.spotify.com";
  return isSpotifys && username === "" && password === "" ? href : undefined;
}
