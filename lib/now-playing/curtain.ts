import { heardUntil } from "./heard-until";
import type { Item, Truth } from "./model";
import { NO_ORDERS, forgottenUpTo, hiddenUntil, wasHidden, wasHiddenSince } from "./orders";
import type { Orders } from "./orders";
import { checkPolicy, isHiddenItem } from "./policy";
import type { PublishingPolicy } from "./policy";
import { createVeil } from "./veil";
import { RECENT_MS } from "./wire";

/** What may be asked and told: the author's policy and the owner's orders, in one place. */
export interface Curtain {
  /** Everything is told this late, in ms. */
  readonly delayMs: number;
  /** Whether nothing at all is told: by order, or because the policy cannot be understood. */
  isClosed(now: number): boolean;
  /** Whether nothing is ever told of this moment, because of quiet hours. */
  isVeiled(at: number): boolean;
  /** Whether the source may be asked. */
  mayRead(now: number): boolean;
  /**
   * Whether an item may be told of.
   *
   * @param heardAt epoch ms up to which it was heard; absent for what is on now
   */
  mayTell(item: Item, heardAt?: number): boolean;
  /** Epoch ms up to which everything known is forgotten; -Infinity where nothing is. */
  floor(now: number): number;
  /** Whether anything in the day before `at` was heard unseen: veiled, or hidden by order. */
  wasDrawnBefore(at: number): boolean;
  /** Epoch ms at which quiet hours next change what is told; undefined: never. */
  changesAt(now: number): number | undefined;
  /** A truth as it stands at a later moment: where a veil came between, it was heard until then. */
  settle(truth: Truth, at: number): Truth;
  /** What was heard before the veil that `at` lies under: all that is told of a truth while it lasts. */
  silence(truth: Truth | undefined, at: number): Truth;
  /** A truth without what may not be told: one made under another policy may hold it. */
  censor<T extends Truth>(truth: T): T;
}

interface CurtainOptions {
  readonly policy?: PublishingPolicy;
  readonly orders?: () => Orders;
}

export function createCurtain({
  policy = {},
  orders = () => NO_ORDERS,
}: CurtainOptions = {}): Curtain {
  // What cannot be understood hides everything: nobody knows what it was meant to hide.
  const isBroken = checkPolicy(policy).length > 0;
  const delayMs = isBroken ? 0 : (policy.delaySeconds ?? 0) * 1_000;
  const veil = createVeil(isBroken ? {} : policy, delayMs);

  function mayTell(item: Item, heardAt?: number): boolean {
    if (isBroken || isHiddenItem(policy, item)) return false;
    // What ended just as a veil fell was heard before it.
    return heardAt === undefined || !(veil.isOver(heardAt - 1) || wasHidden(orders(), heardAt));
  }

  const isClosed = (now: number): boolean => isBroken || hiddenUntil(orders(), now) !== undefined;
  const floor = (now: number): number => forgottenUpTo(orders(), now);

  /** Epoch ms of the first veiled moment from `at` on. */
  function nextVeil(at: number): number {
    const { isQuiet, from, until } = veil.stretchAt(at);
    return isQuiet ? from : until;
  }

  function wasHeardInPublic({ current }: Truth): boolean {
    if (current.state === "nothing") return true;
    return mayTell(current.item, current.state === "paused" ? current.heardAt : undefined);
  }

  return {
    delayMs,
    isClosed,
    isVeiled: veil.isOver,
    mayRead: (now) => !isClosed(now) && !veil.isOver(now) && now >= floor(now),
    mayTell,
    floor,
    wasDrawnBefore: (at) =>
      veil.isOver(at) ||
      veil.stretchAt(at).from > at - RECENT_MS ||
      wasHiddenSince(orders(), at - RECENT_MS),
    changesAt(now) {
      const { until } = veil.stretchAt(now - delayMs);
      return until < Infinity ? until + delayMs : undefined;
    },
    settle(truth, at) {
      const drawnAt = nextVeil(truth.asOf);
      if (drawnAt > at) return truth;
      const ghost = truth.current.state === "nothing" ? truth.current.ghost : undefined;
      const current = { state: "nothing", ghost, isUnseen: true } as const;
      return { asOf: truth.asOf, current, lastHeard: heardUntil(truth, drawnAt) };
    },
    silence: (truth, at) => ({
      asOf: at,
      current: { state: "nothing" },
      lastHeard: truth && heardUntil(truth, veil.stretchAt(at).from),
    }),
    censor(truth) {
      const { current, lastHeard } = truth;
      const isHeardPublic = !lastHeard || mayTell(lastHeard.item, lastHeard.playedAt);
      const isCurrentPublic = wasHeardInPublic(truth);
      if (isHeardPublic && isCurrentPublic) return truth;
      return {
        ...truth,
        current: isCurrentPublic ? current : { state: "nothing" },
        lastHeard: isHeardPublic ? lastHeard : undefined,
      };
    },
  };
}
