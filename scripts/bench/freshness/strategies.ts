import { planNextReading } from "@/lib/now-playing/freshness-plan";
import { endOf } from "@/lib/now-playing/model";
import { nextPollDelay } from "@/lib/now-playing/poll-schedule";
import { MINUTE, SECOND } from "@/lib/now-playing/testing/made";
import type { NowPlaying } from "@/lib/now-playing/wire";
import type { Plan } from "./model-server";

/** How long a tab waits until its next look, in ms: see `nextPollDelay`. */
export type Schedule = (
  shown: NowPlaying | undefined,
  since: number,
  now: number,
  random: number,
) => number;

/** A way to keep a page fresh: when the server asks the source, and when a tab asks the server. */
export interface Strategy {
  readonly name: string;
  readonly plan: Plan;
  readonly schedule: Schedule;
  /** Most calls in any 24 hours; Infinity where nobody counts. */
  readonly limit: number;
}

export function makeOurs(limit: number): Strategy {
  return { name: `ours, ${limit}`, plan: planNextReading, schedule: nextPollDelay, limit };
}

/** What most pages do: a cache of a fixed age, and tabs that ask as often. */
export function makeFixed(everyMs: number): Strategy {
  return {
    name: `every ${everyMs / SECOND} s`,
    plan: ({ asOf }) => asOf + everyMs,
    schedule: () => everyMs,
    limit: Infinity,
  };
}

/** How often a song that should have ended is looked at again, and silence, in ms. */
const OVERDUE_MS = 2 * SECOND;
const SILENCE_MS = 2 * MINUTE;

/** Asks when a song should have ended, as some do, and every two minutes while none plays. */
export const END_ONLY: Strategy = {
  name: "ends only",
  plan({ asOf, current }) {
    const end = current.state === "playing" ? endOf(current) : undefined;
    return end === undefined ? asOf + SILENCE_MS : Math.max(end + SECOND, asOf + OVERDUE_MS);
  },
  schedule(shown, _, now) {
    if (shown?.state !== "playing") return SILENCE_MS;
    const end = shown.startedAt + (shown.durationMs ?? SILENCE_MS);
    return Math.max(end + SECOND - now, OVERDUE_MS);
  },
  limit: Infinity,
};
