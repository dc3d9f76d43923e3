import { z } from "zod";
import { parseJson } from "@/lib/store/parse-json";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY_MS = 24 * HOUR;

/** What was heard while hidden is kept back this long (ms) after the hiding has ended. */
const MEMORY_MS = DAY_MS;

/** An order to forget is kept this long (ms): what was known then is gone after a day and the longest delay. */
const FORGETTING_MS = DAY_MS + 2 * HOUR;

/** Nobody hides for longer than this (ms); a store cannot count to Infinity. */
const LONGEST_MS = 3_650 * DAY_MS;

/** Instances' clocks may differ by this much (ms); an order further ahead came of a clock corrected since. */
const SKEW_MS = MINUTE;

const MOST_WINDOWS = 50;

/** What a Date can hold. */
const moment = z.int().min(0).max(8.64e15);

const window = z.object({
  pressedAt: moment,
  from: moment,
  until: moment,
  revision: z.int().min(0).max(1e6),
});

const schema = z.object({
  // One that somebody has spoilt takes no other along.
  hidden: z
    .array(z.unknown())
    .transform((found) => found.flatMap((one) => window.safeParse(one).data ?? []))
    .pipe(z.array(window).max(MOST_WINDOWS)),
  forgottenAt: moment.optional(),
});

/**
 * What the owner has ordered: the times that are or were hidden, and when everything known was to be
 * forgotten. A window goes from the start of what was on when its button was pressed; the moment of
 * the pressing names it, and of two versions the later revision counts.
 */
export type Orders = z.infer<typeof schema>;
type Window = Orders["hidden"][number];

export const NO_ORDERS: Orders = { hidden: [] };

/** Orders as they were stored; undefined where they cannot be read. */
export function parseOrders(text: string): Orders | undefined {
  return parseJson(schema, text);
}

/** How long (ms) orders given up to now have to be kept. */
export function lifetimeOf({ hidden }: Orders, now: number): number {
  return Math.max(now, ...hidden.map(({ until }) => until)) - now + 2 * MEMORY_MS;
}

/**
 * Hides everything until a moment, instead of until whichever was ordered before.
 *
 * @param from epoch ms since which what was heard is hidden too
 * @throws {RangeError} when `until` is no moment
 */
export function hide(orders: Orders, from: number, until: number, now: number): Orders {
  if (Number.isNaN(until)) throw new RangeError("Nobody can hide until a moment that is none.");
  const end = Math.ceil(Math.min(Math.max(until, now), now + LONGEST_MS));
  const begin = Math.max(0, Math.floor(Math.min(from, now)));
  const isMeant = (window: Window): boolean => window.until > now || window.pressedAt === now;
  if (orders.hidden.some(isMeant)) {
    const extend = (window: Window): Window =>
      revise(window, { from: Math.min(window.from, begin), until: end });
    return {
      ...orders,
      hidden: orders.hidden.map((window) => (isMeant(window) ? extend(window) : window)),
    };
  }
  const window = { pressedAt: now, from: begin, until: end, revision: 0 };
  return prune({ ...orders, hidden: [...orders.hidden, window] }, now);
}

/** Ends every hiding. */
export function show(orders: Orders, now: number): Orders {
  const end = (window: Window): Window =>
    window.until > now ? revise(window, { until: now }) : window;
  return { ...orders, hidden: orders.hidden.map(end) };
}

/**
 * Has everything forgotten that is known now.
 *
 * @param newest epoch ms up to which something is known: of a clock that runs ahead, later than now
 */
export function forget(orders: Orders, now: number, newest = now): Orders {
  const moments = [newest, orders.forgottenAt].map((moment) => believe(moment, now));
  return { ...orders, forgottenAt: Math.max(now, ...moments) };
}

/** What two instances know of the owner's orders, joined; what is long over is left out. */
export function mergeOrders(mine: Orders, theirs: Orders, now: number): Orders {
  const windows = new Map<number, Window>();
  for (const window of [...mine.hidden, ...theirs.hidden]) {
    const known = windows.get(window.pressedAt);
    if (known === undefined || isLater(window, known)) windows.set(window.pressedAt, window);
  }
  const merged = prune({ hidden: [...windows.values()] }, now);
  const forgottenAt = Math.max(believe(mine.forgottenAt, now), believe(theirs.forgottenAt, now));
  return forgottenAt + FORGETTING_MS > now ? { ...merged, forgottenAt } : merged;
}

/** Epoch ms until which everything is hidden; undefined where nothing is. */
export function hiddenUntil({ hidden }: Orders, now: number): number | undefined {
  const until = Math.max(...hidden.map((window) => window.until));
  return until > now ? until : undefined;
}

/** Whether what was heard up to a moment is kept back because it was heard while hidden. */
export function wasHidden({ hidden }: Orders, heardAt: number): boolean {
  return hidden.some(({ from, until }) => from <= heardAt && heardAt <= until);
}

/** Whether anything was hidden since a moment. */
export function wasHiddenSince({ hidden }: Orders, since: number): boolean {
  return hidden.some(({ until }) => until >= since);
}

/** Epoch ms up to which everything known is forgotten: by order, and by hiding. */
export function forgottenUpTo(orders: Orders, now: number): number {
  const ends = orders.hidden.map(({ until }) => Math.min(until, now));
  return Math.max(forgottenByOrder(orders, now), ...ends);
}

/** Epoch ms up to which everything known is forgotten, hiding aside; -Infinity where nothing is. */
export function forgottenByOrder({ forgottenAt }: Orders, now: number): number {
  return believe(forgottenAt, now);
}

/** A moment that a clock may have shown by now; -Infinity instead of one too far ahead. */
function believe(moment = -Infinity, now: number): number {
  return moment - now > SKEW_MS ? -Infinity : moment;
}

function revise(window: Window, changes: Partial<Window>): Window {
  return { ...window, ...changes, revision: window.revision + 1 };
}

function isLater(a: Window, b: Window): boolean {
  return a.revision === b.revision ? a.until > b.until : a.revision > b.revision;
}

function prune(orders: Orders, now: number): Orders {
  const hidden = orders.hidden
    .filter(({ until }) => until <= now + LONGEST_MS)
    .filter(({ until }) => until + MEMORY_MS > now)
    .toSorted((a, b) => a.until - b.until)
    .slice(-MOST_WINDOWS);
  return { ...orders, hidden };
}
