import { SAME_CLOCK_MS, readClockOffset } from "./clock";
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
 * @param isFine whether the body is of the contract, as far as who draws it relies on that
 * @throws when it is not: what a hotel's network says in our place may be JSON too
 */
export async function readAnswer(
  response: Response,
  receivedAt: number,
  isFine: (body: unknown) => body is NowPlaying,
): Promise<Received> {
  const { headers, ok, status, url } = response;
  const body = await response.text();
  const published: unknown = ok && JSON.parse(body);
  if (!isFine(published)) throw new Error(`No music from ${url} (${status})`);
  const clockOffset = readClockOffset(headers.get("date"), headers.get("age"), receivedAt);
  return { published, body, since: receivedAt + clockOffset, clockOffset };
}

/** Whether two answers say the same, and agree on the server's clock. */
export function isSameAnswer(a: Received, b: Received): boolean {
  return a.body === b.body && Math.abs(a.clockOffset - b.clockOffset) < SAME_CLOCK_MS;
}
