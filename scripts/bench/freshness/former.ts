import { endOf } from "@/lib/now-playing/model";
import { nextPollDelay } from "@/lib/now-playing/poll-schedule";
import { MINUTE, SECOND } from "@/lib/now-playing/testing/made";
import type { Allowance } from "@/lib/limits/budget";
import type { Plan } from "./model-server";
import type { Schedule, Strategy } from "./strategies";

/** What the plan that was searched for is held against: the one before it, with its schedule. */
export function makeFormer(limit: number): Strategy {
  return { name: `before, ${limit}`, plan: planAsBefore, schedule: waitAsBefore, limit };
}

const RESERVE = 0.1;
const STEEPNESS = 1.5;

const planAsBefore: Plan = ({ asOf, current }, allowance) => {
  if (allowance.remaining <= 0) return Infinity;
  if (current.state !== "playing") return asOf + stretch(30 * SECOND, allowance);
  const pause = stretch(15 * SECOND, allowance);
  const end = endOf(current);
  if (end === undefined) return asOf + pause;
  if (asOf < end) return asOf + pause < end - SECOND ? asOf + pause : end + SECOND;
  return asOf + Math.min(Math.max(asOf - end, 2 * SECOND), 15 * SECOND);
};

function stretch(pauseMs: number, { limit, remaining }: Allowance): number {
  const usable = (remaining / limit - RESERVE) / (1 - RESERVE);
  return usable <= 0 ? Infinity : Math.min(pauseMs / usable ** STEEPNESS, 15 * MINUTE);
}

const waitAsBefore: Schedule = (shown, since, now, random) => {
  if (shown === undefined || shown.state === "paused") return 30 * SECOND;
  if (shown.state !== "playing") {
    return Math.min(Math.max(now - since, 30 * SECOND), 2 * MINUTE);
  }
  const untilEnd = shown.startedAt + (shown.durationMs ?? Infinity) - now;
  if (untilEnd > 0) return Math.min(untilEnd + SECOND * (1 + 2 * random), 30 * SECOND);
  // Past an end nothing has changed.
  return Math.min(nextPollDelay(shown, since, now, random), 30 * SECOND);
};
