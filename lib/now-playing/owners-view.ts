import type { Allowance, Spending } from "@/lib/limits/budget";
import type { Gate } from "@/lib/limits/gate";
import type { Attempts } from "./attempts";
import type { Curtain } from "./curtain";
import type { Meter } from "./meter";
import type { OrderBook } from "./order-book";
import { forgottenByOrder, hiddenUntil } from "./orders";
import type { Trouble } from "./publish";
import type { Snapshot } from "./snapshot";
import type { StoreWatch } from "./store-watch";

/** The engine as its owner sees it. */
export interface EngineStatus {
  /** Epoch ms of the last good reading of whoever is connected; hiding does not forget it. */
  readonly lastReadingAt: number | undefined;
  /** Without a failed reading while none may be made: by then it may long be over. */
  readonly trouble: Trouble | undefined;
  readonly failuresInARow: number;
  readonly allowance: Allowance;
  /** The gate while it is closed. */
  readonly gate: Gate | undefined;
  /** The store failed, and nothing could be written since; memory holds everything. */
  readonly storeFails: boolean;
}

/** What only the owner is told. */
export interface OwnersView extends EngineStatus {
  /** Epoch ms until which everything is hidden, by the owner's order. */
  readonly hiddenUntil: number | undefined;
  /** The calls of the last 24 hours, by slices of time. */
  readonly spending: Spending;
}

interface ViewOptions {
  readonly snapshot: Pick<Snapshot, "lastReadingAt">;
  readonly orders: Pick<OrderBook, "current">;
  readonly curtain: Pick<Curtain, "mayRead">;
  readonly attempts: Pick<Attempts, "failures">;
  readonly meter: Pick<Meter, "allowance" | "gate" | "spending">;
  readonly storeWatch: Pick<StoreWatch, "fails">;
  /** What is told of at a moment (epoch ms): a failed reading, or what holds the next one back. */
  readonly troubleAt: (at: number) => Trouble | undefined;
  /** Why none may be made at a moment (epoch ms). */
  readonly holdBack: (at: number) => Trouble | undefined;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Answers how the engine stands as its owner may know it; asks nobody. */
export function createOwnersView(options: ViewOptions): () => OwnersView {
  const { snapshot, orders, curtain, attempts, meter, storeWatch, now } = options;
  const { troubleAt, holdBack } = options;

  function lastReadingAt(at: number): number | undefined {
    const readAt = snapshot.lastReadingAt() ?? -Infinity;
    // Another instance may have been ordered to forget.
    return readAt > forgottenByOrder(orders.current(), at) ? readAt : undefined;
  }

  return () => {
    const at = now();
    return {
      lastReadingAt: lastReadingAt(at),
      trouble: curtain.mayRead(at) ? troubleAt(at) : holdBack(at),
      failuresInARow: attempts.failures(),
      allowance: meter.allowance(at),
      gate: meter.gate(at),
      storeFails: storeWatch.fails(),
      hiddenUntil: hiddenUntil(orders.current(), at),
      spending: meter.spending(at),
    };
  };
}
