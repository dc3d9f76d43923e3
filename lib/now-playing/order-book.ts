import { say } from "@/lib/telling/say";
import { ExplainedError } from "@/lib/telling/explained-error";
import type { Store } from "@/lib/store/store";
import { NO_ORDERS, lifetimeOf, mergeOrders, parseOrders } from "./orders";
import type { Orders } from "./orders";

const KEY = "now-playing/orders";

/** What other instances were ordered is looked for this often, in ms. */
const LOOK_MS = 2_000;

/** Instances that write their orders at the same moment try again this often. */
const MOST_TRIES = 20;

/** The owner's orders, one book for all instances that share the store. While it is away, memory holds them. */
export interface OrderBook {
  /** As last read or given. */
  current(): Orders;
  /** Gives an order: in force here at once, and stored when the promise resolves. Never rejects. */
  change(apply: (orders: Orders) => Orders): Promise<void>;
  /** Takes over what other instances were ordered, and stores what could not be stored before. Never rejects. */
  look(): Promise<void>;
  /** Looks where that is worth it: at most every 2 s, and never at a store that nobody else sees. */
  lookIfDue(): Promise<void> | undefined;
}

interface BookOptions {
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  readonly onStoreFailure: (error: unknown) => void;
}

export function createOrderBook({ store, now, onStoreFailure }: BookOptions): OrderBook {
  let orders = NO_ORDERS;
  /** Orders given here, and how many of them the store has. */
  let given = 0;
  let saved = 0;
  let lookedAt = -Infinity;
  let underWay: Promise<void> | undefined;

  async function readStored(): Promise<string | null> {
    const entry = await store.get(KEY);
    const stored = entry && parseOrders(entry.value);
    orders = mergeOrders(orders, stored ?? NO_ORDERS, now());
    // A store that has lost them, as a Redis may, gets them back; what has expired there is left out by now.
    const isLost = entry === undefined && hasOrders(orders);
    if (isLost && saved === given) given += 1;
    return entry?.version ?? null;
  }

  /** Only ever written over the version read, so that no instance's order is lost. */
  async function save(apply: (orders: Orders) => Orders): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const expectedVersion = await readStored();
      orders = apply(orders);
      const held = given;
      const options = { ttlMs: lifetimeOf(orders, now()), expectedVersion };
      if ((await store.set(KEY, JSON.stringify(orders), options)) === undefined) continue;
      saved = Math.max(saved, held);
      return;
    }
    throw new ExplainedError(
      say`The orders could not be written: too many instances wrote them at once.`,
    );
  }

  async function lookNow(): Promise<void> {
    try {
      await readStored();
      if (saved < given) await save((known) => known);
    } catch (error) {
      onStoreFailure(error);
    }
  }

  function look(): Promise<void> {
    lookedAt = now();
    underWay ??= lookNow().finally(() => (underWay = undefined));
    return underWay;
  }

  return {
    current: () => orders,
    look,
    lookIfDue() {
      if (!store.shared) return undefined;
      return Math.abs(now() - lookedAt) >= LOOK_MS ? look() : underWay;
    },
    async change(apply) {
      orders = apply(orders);
      given += 1;
      await save(apply).catch(onStoreFailure);
    },
  };
}

function hasOrders({ hidden, forgottenAt }: Orders): boolean {
  return hidden.length > 0 || forgottenAt !== undefined;
}
