import type { Item, Truth } from "./model";
import { age } from "./wire";
import type { NowPlaying, PublishedItem, UnavailableReason } from "./wire";

/** Why the source cannot be asked right now. */
export interface Trouble {
  readonly reason: UnavailableReason;
  /** Epoch ms from which it may work again, where known. */
  readonly retryAt?: number | undefined;
  /** For the owner, with what to do; visitors are never told. */
  readonly message?: string | undefined;
}

const MINUTE = 60_000;

/** Nothing older than this (ms) is shown, or kept. */
export const TRUTH_TTL_MS = 24 * 60 * MINUTE;

/** Without a newer reading a pause, or a song of unknown length, is believed this long (ms). */
export const UNCONFIRMED_MS = { paused: 30 * MINUTE, endless: 15 * MINUTE };

/**
 * What visitors are told at `now`: the truth, aged honestly; marked stale while the source cannot be
 * asked; `unavailable` when nothing is known.
 */
export function publish(
  truth: Truth | undefined,
  trouble: Trouble | undefined,
  now: number,
): NowPlaying {
  if (truth === undefined || now - truth.asOf >= TRUTH_TTL_MS) {
    const { reason, retryAt = Infinity } = trouble ?? { reason: "unreachable" };
    // A budget of no calls at all never comes back.
    return { v: 1, state: "unavailable", reason, ...(retryAt < Infinity && { retryAt }) };
  }
  const staleness = trouble ? ({ stale: true, asOf: truth.asOf } as const) : {};
  return age({ ...describe(truth, now), ...staleness }, now);
}

function describe({ current, lastHeard, asOf }: Truth, now: number): NowPlaying {
  if (current.state === "playing") {
    const { item, startedAt } = current;
    const isUnsure = item.durationMs === undefined && now - asOf > UNCONFIRMED_MS.endless;
    if (isUnsure) return recent(item, asOf);
    return { v: 1, state: "playing", ...publishItem(item), startedAt };
  }
  if (current.state === "paused") {
    const { item, positionMs, heardAt } = current;
    if (now - asOf <= UNCONFIRMED_MS.paused) {
      return { v: 1, state: "paused", ...publishItem(item), positionMs };
    }
    if (heardAt !== undefined) return recent(item, heardAt);
  }
  return lastHeard ? recent(lastHeard.item, lastHeard.playedAt) : { v: 1, state: "idle" };
}

function recent(item: Item, playedAt: number): NowPlaying {
  return { v: 1, state: "recent", ...publishItem(item), playedAt };
}

/** The public part of an item: no key, only what its kind can have, and nothing absent. */
export function publishItem(item: Item): PublishedItem {
  const { kind, title, artists, album, show, url, explicit, durationMs } = item;
  return {
    kind,
    title,
    ...(kind !== "episode" && { artists }),
    ...(kind !== "episode" && album !== undefined && { album }),
    ...(kind === "episode" && show !== undefined && { show }),
    ...(kind !== "local" && url !== undefined && { url }),
    ...publishArt(item),
    ...(explicit && { explicit: true }),
    ...(durationMs !== undefined && durationMs > 0 && { durationMs }),
  };
}

/** Both sizes or neither, and no colour without the cover that it is of. */
function publishArt({ art, artSmall, tint }: Item): Partial<PublishedItem> {
  if (art === undefined || artSmall === undefined) return {};
  return { art, artSmall, ...(tint !== undefined && { tint }) };
}
