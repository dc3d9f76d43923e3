import { say } from "@/lib/telling/say";
import { ExplainedError } from "@/lib/telling/explained-error";
import { within } from "@/lib/store/within";
import type { Heard } from "./model";
import { HeldBack } from "./source";

/** The history is asked for at most this often, in ms, and remembered no longer. */
export const HISTORY_MS = 5 * 60_000;

/** A source that has not answered after this long (ms), whatever it is doing, has failed. */
const LONGEST_READING_MS = 20_000;

/** What a source told of what was heard. */
export interface HistoryPage {
  /** Epoch ms at which its reading began: what was to be forgotten later covers it. */
  readonly begunAt: number;
  /** Newest first; as it came, whatever may be told of it. */
  readonly heard: readonly Heard[];
}

/** What was heard lately: one reading for all who want it, in memory and nowhere else. */
export interface History {
  /** The page in memory, at most five minutes old; undefined where there is none. */
  held(): HistoryPage | undefined;
  /** Epoch ms from which a new reading may be made; -Infinity where nothing is in its way. */
  nextAt(): number;
  /**
   * Asks the source, once for all who ask meanwhile, where five minutes have passed since anybody did;
   * answers the page in memory otherwise.
   *
   * @param permit awaited before every counted call
   * @throws what the source threw; {@link HeldBack}
   */
  read(permit: () => Promise<void>): Promise<HistoryPage | undefined>;
}

interface HistoryOptions {
  /** Asks once, after its permit; undefined where the author has not granted that. */
  readonly ask: (permit: () => Promise<void>) => Promise<readonly Heard[] | undefined>;
  /** Takes the turn of all instances for five minutes; else answers when (epoch ms) another's ends. */
  readonly takeTurn?: (() => Promise<number | undefined>) | undefined;
  /** Epoch ms. */
  readonly now: () => number;
}

export function createHistory({ ask, takeTurn = isAlone, now }: HistoryOptions): History {
  let turn = { from: -Infinity, until: -Infinity };
  let page: HistoryPage | undefined;
  let underWay: Promise<HistoryPage | undefined> | undefined;

  // Before its start: the clock was set back since.
  const isOver = (at: number): boolean => at < turn.from || at >= turn.until;

  async function begin(): Promise<void> {
    const others = await takeTurn();
    const from = now();
    turn = { from, until: Math.min(others ?? Infinity, from + HISTORY_MS) };
    page = undefined;
    if (others !== undefined) throw new HeldBack("turn", turn.until);
  }

  async function readOnce(permit: () => Promise<void>): Promise<HistoryPage | undefined> {
    const begunAt = now();
    let isBegun = false;
    const heard = await ask(async () => {
      // A call that is repeated with a new token is of the same turn.
      if (!isBegun) await begin();
      isBegun = true;
      await permit();
    });
    return heard && keep({ begunAt, heard });
  }

  function keep(read: HistoryPage): HistoryPage {
    page = read;
    // Not only out of sight: gone, also where nobody ever asks again.
    const drop = (): void => void (page = page === read ? undefined : page);
    setTimeout(drop, HISTORY_MS).unref();
    return read;
  }

  return {
    held: () => (isOver(now()) ? undefined : page),
    nextAt: () => (isOver(now()) ? -Infinity : turn.until),
    async read(permit) {
      if (underWay === undefined && !isOver(now())) return page;
      underWay ??= within(readOnce(permit), LONGEST_READING_MS, giveUp).finally(
        () => (underWay = undefined),
      );
      return underWay;
    },
  };
}

/** Where no store is shared there is nobody to wait for. */
async function isAlone(): Promise<undefined> {
  return undefined;
}

function giveUp(): Error {
  return new ExplainedError(
    say`The source told no history within ${LONGEST_READING_MS / 1_000} s.`,
  );
}
