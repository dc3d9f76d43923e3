import { readClockOffset } from "@/lib/now-playing/clock";
import { isPlays } from "@/lib/now-playing/wire";
import type { Play } from "@/lib/now-playing/wire";

/** A list as it was received. */
export interface ReceivedPlays {
  readonly items: readonly Play[];
  /** What to add to our clock to have the server's, in ms. */
  readonly clockOffset: number;
}

/**
 * Asks the site what was played lately. Without an answer, or with none of the contract's, the list is empty:
 * an older one is to be forgotten by then. (And SWR polls no further after an error.)
 */
export async function receivePlays(url: string): Promise<ReceivedPlays> {
  try {
    const response = await fetch(url);
    const { headers } = response;
    const clockOffset = readClockOffset(headers.get("date"), headers.get("age"), Date.now());
    const body: unknown = await response.json();
    return { items: response.ok && isPlays(body) ? body.items : [], clockOffset };
  } catch {
    return { items: [], clockOffset: 0 };
  }
}
