import { describe, expect, it } from "vitest";
import {
  NO_ORDERS,
  forget,
  forgottenUpTo,
  hiddenUntil,
  hide,
  lifetimeOf,
  mergeOrders,
  parseOrders,
  show,
  wasHidden,
} from "./orders";
import { DAY, HOUR, MINUTE, NOW, SECOND } from "./testing/made";

const YEARS_AHEAD = NOW + 4 * 365 * DAY;
const farAhead = forget(NO_ORDERS, YEARS_AHEAD);
const hidden = hide(NO_ORDERS, NOW - MINUTE, NOW + HOUR, NOW);

describe("hiding", () => {
  it("lasts until the moment it was ordered for, and not a moment longer", () => {
    expect(hiddenUntil(NO_ORDERS, NOW)).toBeUndefined();
    expect(hiddenUntil(hidden, NOW + HOUR - 1)).toBe(NOW + HOUR);
    expect(hiddenUntil(hidden, NOW + HOUR)).toBeUndefined();
  });

  it("keeps back what was heard from the start of what was on to its end", () => {
    const moments = [NOW - MINUTE - 1, NOW - MINUTE, NOW + HOUR, NOW + HOUR + 1];
    expect(moments.map((at) => wasHidden(hidden, at))).toEqual([false, true, true, false]);
  });

  it("ordered again lasts as long as was said last, be that less", () => {
    const longer = hide(hidden, NOW, NOW + 8 * HOUR, NOW + MINUTE);
    expect(hiddenUntil(longer, NOW + 2 * HOUR)).toBe(NOW + 8 * HOUR);
    const shorter = hide(longer, NOW, NOW + 2 * HOUR, NOW + MINUTE);
    expect(hiddenUntil(shorter, NOW + MINUTE)).toBe(NOW + 2 * HOUR);
    expect(shorter.hidden).toHaveLength(1);
    expect(wasHidden(shorter, NOW - MINUTE)).toBe(true);
  });

  it("ends when it is ended, and stays remembered for a day", () => {
    const ended = show(hidden, NOW + MINUTE);
    expect(hiddenUntil(ended, NOW + MINUTE)).toBeUndefined();
    expect(wasHidden(ended, NOW)).toBe(true);
    const dayLater = mergeOrders(ended, NO_ORDERS, NOW + MINUTE + DAY - 1);
    expect(wasHidden(dayLater, NOW)).toBe(true);
    expect(mergeOrders(ended, NO_ORDERS, NOW + MINUTE + DAY)).toEqual(NO_ORDERS);
  });

  it("for ever is a long time that a store can count, and for no time at all is refused", () => {
    const forEver = hide(NO_ORDERS, NOW, Infinity, NOW);
    expect(parseOrders(JSON.stringify(forEver))).toEqual(forEver);
    expect(lifetimeOf(forEver, NOW)).toBeLessThan(Number.MAX_SAFE_INTEGER);
    expect(() => hide(NO_ORDERS, NOW, Number.NaN, NOW)).toThrow(RangeError);
    expect(hiddenUntil(hide(NO_ORDERS, NOW, NOW - HOUR, NOW), NOW)).toBeUndefined();
  });

  it("pressed a hundred times is kept within bounds", () => {
    let orders = NO_ORDERS;
    for (let i = 0; i < 100; i++) {
      const at = NOW + i * MINUTE;
      orders = show(hide(orders, at, at + HOUR, at), at + 1);
    }
    expect(orders.hidden.length).toBeLessThanOrEqual(50);
    expect(parseOrders(JSON.stringify(orders))).toEqual(orders);
  });
});

describe("what is to be forgotten", () => {
  it("is everything known up to the order, or to the end of a hiding", () => {
    expect(forgottenUpTo(NO_ORDERS, NOW)).toBe(-Infinity);
    expect(forgottenUpTo(forget(NO_ORDERS, NOW), NOW + HOUR)).toBe(NOW);
    expect(forgottenUpTo(hidden, NOW + MINUTE)).toBe(NOW + MINUTE);
    expect(forgottenUpTo(hidden, NOW + 2 * HOUR)).toBe(NOW + HOUR);
  });

  it("never is less than before, nor than is known by a clock somewhat ahead", () => {
    const at = NOW - 30 * SECOND;
    expect(forget(forget(NO_ORDERS, NOW), at).forgottenAt).toBe(NOW);
    expect(forget(NO_ORDERS, NOW, NOW + MINUTE).forgottenAt).toBe(NOW + MINUTE);
  });

  it("is not ordered by a clock that ran years ahead", () => {
    expect(forgottenUpTo(farAhead, NOW)).toBe(-Infinity);
  });

  it("can be ordered again once such a clock is corrected, here and on another instance", () => {
    expect(forgottenUpTo(forget(farAhead, NOW), NOW)).toBe(NOW);
    const given = forget(NO_ORDERS, NOW);
    for (const merged of [mergeOrders(farAhead, given, NOW), mergeOrders(given, farAhead, NOW)]) {
      expect(forgottenUpTo(merged, NOW)).toBe(NOW);
    }
  });

  it("is over once nothing of then could be told any more", () => {
    const forgotten = forget(NO_ORDERS, NOW);
    expect(forgottenUpTo(mergeOrders(forgotten, NO_ORDERS, NOW + 25 * HOUR), NOW)).toBe(NOW);
    expect(mergeOrders(forgotten, NO_ORDERS, NOW + 2 * DAY)).toEqual(NO_ORDERS);
  });

  it("is everything known now, though something known is of a time to come", () => {
    const orders = forget(NO_ORDERS, NOW, NOW + 2 * MINUTE);
    expect(forgottenUpTo(orders, NOW)).toBe(NOW);
  });
});

describe("orders of two instances", () => {
  it("are joined, the later word on one hiding counting, whoever is asked", () => {
    const ended = show(hidden, NOW + MINUTE);
    for (const merged of [mergeOrders(hidden, ended, NOW), mergeOrders(ended, hidden, NOW)]) {
      expect(hiddenUntil(merged, NOW + MINUTE)).toBeUndefined();
    }
    const other = forget(hide(NO_ORDERS, NOW, NOW + 3 * HOUR, NOW + 5), NOW + 5);
    const joined = mergeOrders(hidden, other, NOW);
    expect(joined).toMatchObject({ forgottenAt: NOW + 5 });
    expect(hiddenUntil(joined, NOW)).toBe(NOW + 3 * HOUR);
  });
});

it("are read without the windows that somebody has spoilt", () => {
  const text = JSON.stringify({ hidden: [{ from: -1 }, ...hidden.hidden, "x", null] });
  expect(parseOrders(text)).toEqual(hidden);
});

it.each(["", "{", "[]", "null", '{"hidden":7}', '{"hidden":[],"forgottenAt":"now"}'])(
  "cannot be read from %j",
  (text) => {
    expect(parseOrders(text)).toBeUndefined();
  },
);
