import { readAnswer } from "@/lib/now-playing/received";
import type { Received } from "@/lib/now-playing/received";
import { isNowPlaying } from "@/lib/now-playing/wire";

/** What this document has asked: only a first answer can have lain in the browser since before our script ran. */
const asked = new Set<string>();

/**
 * Asks the site what is playing.
 *
 * @throws when there is no answer, or none of the contract's
 */
export async function receive(url: string): Promise<Received> {
  const mayBePreloaded = !asked.has(url);
  asked.add(url);
  // The default cache mode revalidates by ETag, and it alone takes up the request preloaded in the HTML.
  const response = await fetch(url);
  const receivedAt = Date.now() - (mayBePreloaded ? readTimeSincePreload(url) : 0);
  return readAnswer(response, receivedAt, isNowPlaying);
}

/** How long ago (ms) the browser had the answer, which may be long before a slow script asks for it. */
function readTimeSincePreload(url: string): number {
  const [entry] = performance.getEntriesByName(new URL(url, location.href).href, "resource");
  if (!(entry instanceof PerformanceResourceTiming) || entry.responseEnd === 0) return 0;
  return Math.max(0, performance.now() - entry.responseEnd);
}
