import type { OrderBook } from "./order-book";
import { waitAtMost } from "./patience";
import type { Patience } from "./patience";

interface CatchUpOptions {
  /** Takes over what is stored. Begun at once. */
  readonly look: () => Promise<void>;
  readonly orders: Pick<OrderBook, "lookIfDue">;
  /** How long somebody waits for a store, in ms. */
  readonly patienceMs: number;
}

/**
 * Answers what has to be known before anything is told: the store's first answer, and the owner's orders
 * whenever they are due; undefined where nothing has to be waited for, so that no visitor waits a turn.
 */
export function createCatchUp({ look, orders, patienceMs }: CatchUpOptions) {
  let isLoaded = false;
  const load = look().finally(() => (isLoaded = true));

  function lookAtOrders(left: Patience): Promise<void> | undefined {
    const ordersRead = orders.lookIfDue();
    return ordersRead && waitAtMost(ordersRead, left(patienceMs));
  }

  return (left: Patience): Promise<void> | undefined => {
    if (isLoaded) return lookAtOrders(left);
    return waitAtMost(load, left(patienceMs)).then(() => lookAtOrders(left));
  };
}
