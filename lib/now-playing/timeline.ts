import { endOf } from "./model";
import type { Truth } from "./model";
import { publish } from "./publish";

/** A song that began within this time (ms) of the end of the one before followed it by itself. */
const FOLLOWS_MS = 5_000;

/** A start that was found later than this (ms) may come of a jump within the song, and is not believed. */
const FOUND_WITHIN_MS = 60_000;

/** More changes than these within one delay are thinned out. */
const MOST_ENTRIES = 100;

/** A truth, and since when it was true (epoch ms). */
export interface Entry extends Truth {
  readonly since: number;
}

/** What was true when, oldest first: as far back as the delay reaches, and one more. */
export type Timeline = readonly Entry[];

/**
 * The timeline with a newer truth. Readings that say the same are one entry.
 *
 * @param follows the truth that the newer one was made from, if nothing came between
 * @param delayMs how far back it is needed, in ms
 */
export function extendTimeline(
  timeline: Timeline,
  truth: Truth,
  follows: Truth | undefined,
  delayMs: number,
): Timeline {
  // Entries from the future are of a clock that was set back since.
  const before = timeline.filter(({ since }) => since <= truth.asOf);
  const last = before.at(-1);
  if (last === undefined || last !== follows) return trim([...before, enter(truth)], delayMs);
  return saysSame(last, truth)
    ? trim([...before.slice(0, -1), { ...truth, since: last.since }], delayMs)
    : trim([...before, enter(truth, last)], delayMs);
}

/** What was true at a moment, as far as is known now. */
export function entryAt(timeline: Timeline, at: number): Entry | undefined {
  return timeline.findLast(({ since }) => since <= at);
}

/** Since when a truth is true: its reading, or the moment at which the song before it gave way by itself. */
function enter(truth: Truth, last?: Truth): Entry {
  const { current, asOf } = truth;
  const end = last?.current.state === "playing" ? endOf(last.current) : undefined;
  if (!last || end === undefined || current.state !== "playing") return { ...truth, since: asOf };
  const { startedAt } = current;
  const follows = Math.abs(startedAt - end) <= FOLLOWS_MS && asOf - startedAt <= FOUND_WITHIN_MS;
  return { ...truth, since: follows ? Math.min(Math.max(startedAt, last.asOf), asOf) : asOf };
}

/** Whether one truth may stand for both, from the first reading to the second: states only ever age. */
function saysSame(last: Truth, truth: Truth): boolean {
  return [last.asOf, truth.asOf].every((at) => {
    const [then, now] = [last, truth].map((one) => JSON.stringify(publish(one, undefined, at)));
    return then === now;
  });
}

function trim(timeline: Timeline, delayMs: number): Timeline {
  const newest = timeline.at(-1)?.asOf ?? 0;
  const first = timeline.findLastIndex(({ since }) => since <= newest - delayMs);
  const kept = timeline.slice(Math.max(first, 0));
  while (kept.length > MOST_ENTRIES) kept.splice(findShortest(kept), 1);
  return kept;
}

/** The entry that was true for the shortest time, but for the ends: the one before it stands for both. */
function findShortest(timeline: Timeline): number {
  const lasted = timeline
    .slice(1, -1)
    .map(({ since }, index) => (timeline[index + 2]?.since ?? since) - since);
  return lasted.indexOf(Math.min(...lasted)) + 1;
}
