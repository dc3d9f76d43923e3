import { SAME_CLOCK_MS, readClockOffset } from "@/lib/now-playing/clock";
import { isNowPlaying } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";

/** An answer as it was received. */
export interface Received {
  readonly published: NowPlaying;
  readonly body: string;
  /** Epoch ms by the server's clock at which it was received. */
  readonly since: number;
  /** What to add to our clock to have the server's, in ms. */
  readonly clockOffset: number;
}

/**
 * Asks the site what is playing.
 *
 * @param mayBePreloaded the answer may have lain in the browser since before our script ran
 * @throws when the answer is none of the contract's: what a hotel's network says in our place may be JSON too
 */
export async function receive(url: string, mayBePreloaded: boolean): Promise<Received> {
  // The default cache mode revalidates by ETag, and it alone takes up the request preloaded in the HTML.
  const response = await fetch(url);
  const receivedAt = Date.now() - (mayBePreloaded ? readTimeSincePreload(url) : 0);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const body = await response.text();
  const published: unknown = JSON.parse(body);
  if (!isNowPlaying(published))
    throw new Error(`${url} answered something else than what is playing`);
  const { headers } = response;
  const clockOffset = readClockOffset(headers.get("date"), headers.get("age"), receivedAt);
  return { published, body, since: receivedAt + clockOffset, clockOffset };
}

/** Whether two answers say the same, and agree on the server's clock. */
export function isSameAnswer(a: Received, b: Received): boolean {
  return a.body === b.body && Math.abs(a.clockOffset - b.clockOffset) < SAME_CLOCK_MS;
}

/** How long ago (ms) the browser had the answer, which may be long before a slow script asks for it. */
function readTimeSincePreload(url: string): number {
  const [entry] = performance.getEntriesByName(new URL(url, location.href).href, "resource");
  if (!(entry instanceof PerformanceResourceTiming) || entry.responseEnd === 0) return 0;
  return Math.max(0, performance.now() - entry.responseEnd);
}
