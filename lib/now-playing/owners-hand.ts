import type { Curtain } from "./curtain";
import type { Truth } from "./model";
import type { OrderBook } from "./order-book";
import { forget, hide, show } from "./orders";
import type { Snapshot } from "./snapshot";

/** What the owner may order. Instances that share a store keep to it within two seconds. */
export interface OwnersHand {
  /**
   * Tells nothing, and asks nothing, until a moment (epoch ms) or {@link OwnersHand.show}. What is
   * known is forgotten, and what is heard meanwhile, from the start of what is shown now, never told.
   *
   * @throws {RangeError} when `until` is no moment
   */
  hide(until: number): Promise<void>;
  /** Ends the hiding. */
  show(): Promise<void>;
  /** Forgets all that is known: nobody is connected any more, or somebody else. */
  forget(): Promise<void>;
}

interface HandOptions {
  readonly orders: OrderBook;
  readonly snapshot: Snapshot;
  readonly curtain: Curtain;
  /** Takes over what other instances know. */
  readonly look: () => Promise<void>;
  readonly now: () => number;
}

export function createOwnersHand({
  orders,
  snapshot,
  curtain,
  look,
  now,
}: HandOptions): OwnersHand {
  return {
    async hide(until) {
      // Another instance may know better what is on.
      await look();
      const at = now();
      const from = Math.min(at - curtain.delayMs, ...snapshot.pending(at).map(beganAt));
      await orders.change((known) => hide(known, from, until, at));
      await snapshot.drop();
    },
    async show() {
      const at = now();
      await orders.change((known) => show(known, at));
    },
    async forget() {
      await look();
      const at = now();
      const newest = Math.max(at, ...snapshot.pending(at).map(({ asOf }) => asOf));
      await orders.change((known) => forget(known, at, newest));
      await snapshot.forget();
    },
  };
}

/** Epoch ms at which what is shown of a truth began, as far as is known. */
function beganAt({ current, lastHeard, asOf }: Truth): number {
  if (current.state === "playing") return current.startedAt;
  if (current.state === "paused") return (current.heardAt ?? asOf) - current.positionMs;
  return lastHeard ? lastHeard.playedAt - (lastHeard.item.durationMs ?? 0) : asOf;
}
