import type { NowPlaying } from "./wire";

const SECOND = 1_000;

/**
 * Between polls, in ms: as long as the same has been shown, but at least and at most so long. What has
 * not changed for a while will stay for a while; and most skips come soon after a change.
 */
const LEAST_MS = 20 * SECOND;
const ACTIVE_MS = 40 * SECOND;
const RESTING_MS = 120 * SECOND;

/** After a song's end the next poll waits 1 s, and up to 2 s more, so that visitors do not come as one. */
const AFTER_END_MS = 1 * SECOND;
const SPREAD_MS = 2 * SECOND;

/** Delays while the same song is still reported after its end, by how long ago that was, in ms. */
const OVERDUE = [
  { until: 3.5 * SECOND, delay: 2 * SECOND },
  { until: 7.5 * SECOND, delay: 4 * SECOND },
  { until: 15 * SECOND, delay: 8 * SECOND },
] as const;

/**
 * How long to wait before asking the server again, in ms, always finite and at least 1 s.
 *
 * Everything follows from absolute times, so the answer is the same whether it is asked for once or
 * again after a re-render.
 *
 * @param published what is shown
 * @param since epoch ms at which this was first received
 * @param now epoch ms by the server's clock
 * @param random a number in [0, 1)
 */
export function nextPollDelay(
  published: NowPlaying | undefined,
  since: number,
  now: number,
  random: number,
): number {
  const state = published?.state;
  const isActive = state === "playing" || state === "paused";
  const pause = clamp(now - since, LEAST_MS, isActive ? ACTIVE_MS : RESTING_MS);
  if (published?.state !== "playing" || published.durationMs === undefined) return pause;
  const untilEnd = published.startedAt + published.durationMs - now;
  if (untilEnd > 0) return clamp(untilEnd + AFTER_END_MS + SPREAD_MS * random, SECOND, pause);
  return OVERDUE.find(({ until }) => -untilEnd < until)?.delay ?? pause;
}

/** How long to wait after `failures` failed polls in a row, in ms: 5 s, doubling up to 2 min, spread. */
export function retryPollDelay(failures: number, random: number): number {
  return Math.min(2.5 * SECOND * 2 ** Math.min(failures, 10), RESTING_MS) * (0.5 + random / 2);
}

function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : most;
}
