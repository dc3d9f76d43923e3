import { SILENT_LOG } from "@/lib/telling/silent-log";
import type { Log } from "@/lib/telling/events";
import { createAttempts } from "./attempts";
import { deferSafely, startNow } from "./defer";
import type { Defer } from "./defer";
import type { Rules } from "./rules";
import { maySpare } from "./freshness-plan";
import type { History } from "./history";
import { listPlays } from "./list-plays";
import { nameTrouble } from "./name-trouble";
import { waitAtMost } from "./patience";
import { HeldBack } from "./source";
import { tellAttempts } from "./told-attempts";
import type { Play } from "./wire";

/** How long a visitor waits for a list that is being read, in ms. */
const PATIENCE_MS = 4_000;

/** What is told of what was played lately. */
export interface ToldPlays {
  /** Newest first; empty whatever the reason that there is nothing to tell. */
  readonly items: readonly Play[];
  /** Epoch ms at which it may become another; Infinity where nobody can say. */
  readonly goodUntil: number;
}

/** What was played lately, for everybody who asks. */
export interface RecentPlays {
  /** Asks the source first where that is due and allowed. Never throws. */
  read(defer?: Defer): Promise<ToldPlays>;
}

interface RecentPlaysOptions {
  readonly history: History;
  readonly rules: Rules;
  /** Epoch ms. */
  readonly now?: () => number;
  /** A number in [0, 1). */
  readonly random?: () => number;
  readonly log?: Log;
}

/** Where there is no history to ask, or its author wants none told. */
export const NO_RECENT_PLAYS: RecentPlays = {
  read: async () => ({ items: [], goodUntil: Infinity }),
};

export function createRecentPlays(options: RecentPlaysOptions): RecentPlays {
  const { history, rules, now = Date.now, random = Math.random, log = SILENT_LOG } = options;
  const { curtain, meter } = rules;
  const attempts = createAttempts(random);
  const told = tellAttempts(attempts, log);
  let underWay: Promise<void> | undefined;

  function isDue(at: number): boolean {
    if (at < history.nextAt() || !curtain.mayRead(at) || !attempts.mayTry(at)) return false;
    return meter.gate(at) === undefined && maySpare(meter.allowance(at));
  }

  async function permit(): Promise<void> {
    if (!curtain.mayRead(now())) throw new HeldBack("curtain", Infinity);
    await meter.permit();
  }

  async function readOnce(): Promise<void> {
    // Other instances may have spent meanwhile what was to spare.
    await meter.load();
    if (!isDue(now())) return;
    await history.read(permit);
    told.attempts.succeed();
  }

  async function noteFailure(error: unknown): Promise<void> {
    if (error instanceof HeldBack) return;
    const trouble = await nameTrouble(error, meter);
    told.fail(error, trouble, now());
  }

  function begin(defer: Defer): void {
    const work = readOnce()
      .catch(noteFailure)
      .finally(() => (underWay = undefined));
    underWay = work;
    deferSafely(defer, () => work);
  }

  function tell(at: number): ToldPlays {
    const page = history.held();
    const isSilent = curtain.isClosed(at) || curtain.isVeiled(at - curtain.delayMs);
    const isKnown = page !== undefined && page.begunAt > curtain.floor(at);
    const nextAt = history.nextAt();
    return {
      items: isKnown && !isSilent ? listPlays(page.heard, curtain, at) : [],
      goodUntil: Math.min(nextAt > at ? nextAt : Infinity, curtain.changesAt(at) ?? Infinity),
    };
  }

  return {
    async read(defer = startNow) {
      await rules.catchUp();
      if (!underWay && isDue(now())) begin(defer);
      if (underWay) await waitAtMost(underWay, PATIENCE_MS);
      return tell(now());
    },
  };
}
