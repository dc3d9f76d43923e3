import type { LogEntry } from "@/emulator/ledger";

const DAY_MS = 24 * 60 * 60_000;

/** Slices in which the site counts its calls, in ms: a call counts until its slice has left the day. */
const SLICE_MS = 5 * 60_000;

/** The calls that Spotify saw, by its own clock. */
export interface CallBook {
  /**
   * Takes over what is new in the emulator's log, which remembers the last 200 requests.
   *
   * @param total how many calls of the Web API it has seen in all
   */
  note(log: readonly LogEntry[], total: number): void;
  /** How many came in the 24 hours before `now` (epoch ms), and at most a slice earlier. */
  count(now: number): { readonly least: number; readonly most: number };
  /** The most in any 24 hours. */
  worstDay(): number;
  readonly total: () => number;
}

export function createCallBook(): CallBook {
  const times: number[] = [];

  function countSince(since: number, until: number): number {
    return times.filter((time) => time > since && time <= until).length;
  }

  return {
    note(log, total) {
      const calls = log.filter(({ path }) => path.startsWith("/v1/")).map(({ at }) => at);
      const news = total - times.length;
      if (news > calls.length) throw new RangeError(`Only ${calls.length} of ${news} are known.`);
      if (news > 0) times.push(...calls.slice(-news));
    },
    count: (now) => ({
      least: countSince(now - DAY_MS, now),
      most: countSince(now - DAY_MS - SLICE_MS, now),
    }),
    worstDay: () => Math.max(0, ...times.map((end) => countSince(end - DAY_MS, end))),
    total: () => times.length,
  };
}
