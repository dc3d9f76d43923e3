import { SAME_CLOCK_MS, readClockOffset } from "./clock";
import { isNowPlaying } from "./wire";
import type { NowPlaying } from "./wire";

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
 * Reads an answer of `GET /api/now-playing`.
 *
 * @param receivedAt epoch ms by our clock
 * @throws when it is none of the contract's: what a hotel's network says in our place may be JSON too
 */
export async function readAnswer(response: Response, receivedAt: number): Promise<Received> {
  const { headers, ok, status, url } = response;
  const body = await response.text();
  const published: unknown = ok && JSON.parse(body);
  if (!isNowPlaying(published)) throw new Error(`${url} does not say what is playing (${status})`);
  const clockOffset = readClockOffset(headers.get("date"), headers.get("age"), receivedAt);
  return { published, body, since: receivedAt + clockOffset, clockOffset };
}

/** Whether two answers say the same, and agree on the server's clock. */
export function isSameAnswer(a: Received, b: Received): boolean {
  return a.body === b.body && Math.abs(a.clockOffset - b.clockOffset) < SAME_CLOCK_MS;
}
