import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  EMPTY_LEDGER,
  countSpent,
  mergeLedgers,
  prune,
  readAllowance,
  readSpending,
  remainsAt,
  spend,
} from "./budget";
import type { Ledger } from "./budget";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 20, 8);

function spendMany(ledger: Ledger, times: number, limit: number, now: number): Ledger {
  let current = ledger;
  for (let i = 0; i < times; i++) current = spend(current, limit, now) ?? current;
  return current;
}

describe("the budget", () => {
  it("never lets more than its limit through in any 24 hours, however the calls fall", () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 40 * 60_000 }), { maxLength: 400 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 1, max: 40 }), (gaps, limit) => {
        let ledger = EMPTY_LEDGER;
        let now = START;
        const calls: number[] = [];
        for (const gap of gaps) {
          now += gap;
          const next = spend(ledger, limit, now);
          if (next === undefined) continue;
          ledger = next;
          calls.push(now);
        }
        for (const call of calls) {
          const within = calls.filter((other) => other > call - DAY && other <= call).length;
          expect(within).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  it("gives calls back when a day has passed", () => {
    const spent = spendMany(EMPTY_LEDGER, 10, 10, START);
    expect(spend(spent, 10, START + DAY - 1)).toBeUndefined();
    expect(spend(spent, 10, START + DAY + 5 * 60_000)).toBeDefined();
  });

  it("says from when calls remain", () => {
    const ledger = spendMany(spendMany(EMPTY_LEDGER, 4, 10, START), 6, 10, START + HOUR);
    expect(remainsAt(ledger, 10, 0, START + HOUR)).toBe(START + HOUR);
    const at = remainsAt(ledger, 10, 1, START + HOUR);
    expect(readAllowance(ledger, 10, at - 1).remaining).toBe(0);
    expect(readAllowance(ledger, 10, at).remaining).toBe(4);
    expect(remainsAt(ledger, 10, 11, START)).toBe(Infinity);
  });

  it("says how many calls come back within half a day", () => {
    const ledger = spendMany(spendMany(EMPTY_LEDGER, 4, 10, START), 3, 10, START + 8 * HOUR);
    const at = START + 16 * HOUR;
    expect(readAllowance(ledger, 10, at)).toEqual({ limit: 10, remaining: 3, returning: 4 });
    expect(readAllowance(ledger, 10, at + 5 * HOUR).returning).toBe(7);
    expect(readAllowance(ledger, 10, at + DAY).returning).toBe(0);
  });

  it("forgets slices from a future that a clock set back has left behind", () => {
    const ledger = spendMany(EMPTY_LEDGER, 3, 10, START + 3 * DAY);
    expect(prune(ledger, START)).toEqual([]);
  });

  it("loses no call when two instances' ledgers are joined", () => {
    const common = spendMany(EMPTY_LEDGER, 3, 99, START);
    const mine = spendMany(common, 2, 99, START + HOUR);
    const theirs = spendMany(common, 5, 99, START + 2 * HOUR);
    expect(countSpent(mergeLedgers(mine, theirs), START + 2 * HOUR)).toBe(10);
  });

  it("shows where the calls of the last 24 hours went, oldest first", () => {
    const today = spendMany(EMPTY_LEDGER, 2, 99, START + HOUR + 60_000);
    const ledger = mergeLedgers(today, spendMany(EMPTY_LEDGER, 3, 99, START));
    const both = [
      [START, 3],
      [START + HOUR, 2],
    ];
    expect(readSpending(ledger, START + 2 * HOUR)).toEqual(both);
    expect(readSpending(ledger, START + DAY + 5 * 60_000)).toEqual(both.slice(1));
    expect(readSpending(EMPTY_LEDGER, START)).toEqual([]);
  });

  it("holds a day in under 4 kB", () => {
    let ledger = EMPTY_LEDGER;
    for (let now = START; now < START + 2 * DAY; now += 60_000)
      ledger = spend(ledger, 5000, now) ?? ledger;
    expect(JSON.stringify(ledger).length).toBeLessThan(4096);
  });
});
