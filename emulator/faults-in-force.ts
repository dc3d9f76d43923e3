import type { FaultHost } from "./faults/exchange";

export interface FaultOrder {
  readonly fault: string;
  /** How many requests are still to be spoilt; null until cleared. */
  readonly times: number | null;
  readonly retryAfterSeconds?: number;
}

/** At most one fault per host; a new one takes the place of the old. */
export function createFaultsInForce() {
  const orders = new Map<FaultHost, FaultOrder>();
  return {
    set: (host: FaultHost, order: FaultOrder) => void orders.set(host, order),
    clear: () => orders.clear(),
    list: () => Object.fromEntries(orders),
    /** The fault for the request at hand, which uses one up. */
    take(host: FaultHost): FaultOrder | undefined {
      const order = orders.get(host);
      if (order === undefined || order.times === null) return order;
      if (order.times <= 1) orders.delete(host);
      else orders.set(host, { ...order, times: order.times - 1 });
      return order;
    },
  };
}

export type FaultsInForce = ReturnType<typeof createFaultsInForce>;
