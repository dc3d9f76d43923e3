import { describe, expect, it } from "vitest";
import { createAttempts } from "./attempts";
import type { Trouble } from "./publish";
import { DAY, HOUR, NOW, SECOND } from "./testing/made";

/** The pause in s after each of these many failures in a row. */
function pausesAfter(times: number, trouble: Trouble): number[] {
  const attempts = createAttempts(() => 1);
  return Array.from({ length: times }, () => {
    attempts.fail(trouble, NOW);
    let pause = 0;
    while (!attempts.mayTry(NOW + pause)) pause += SECOND;
    return pause / SECOND;
  });
}

describe("attempts", () => {
  it("are made at longer and longer distances while they fail, from 5 s to 5 min", () => {
    expect(pausesAfter(8, { reason: "unreachable" })).toEqual([5, 10, 20, 40, 80, 160, 300, 300]);
  });

  it("are rarer where only a person can mend it", () => {
    for (const reason of ["misconfigured", "reauthorize"] as const) {
      expect(pausesAfter(7, { reason })).toEqual([60, 120, 240, 480, 960, 1800, 1800]);
    }
  });

  it("wait for a named moment, but look again every 5 min, and never sooner than a backoff", () => {
    expect(pausesAfter(1, { reason: "rate_limited", retryAt: NOW + 7 * SECOND })).toEqual([7]);
    expect(pausesAfter(1, { reason: "rate_limited", retryAt: NOW + HOUR })).toEqual([300]);
    expect(pausesAfter(1, { reason: "rate_limited", retryAt: NOW - HOUR })).toEqual([5]);
    // A host that asks for one second more each time is asked ever less often all the same.
    const brief = { reason: "rate_limited", retryAt: NOW + SECOND } as const;
    expect(pausesAfter(4, brief)).toEqual([5, 10, 20, 40]);
    expect(pausesAfter(1, { reason: "rate_limited", retryAt: Infinity })).toEqual([300]);
  });

  it("begin anew after a success", () => {
    const attempts = createAttempts(() => 1);
    expect([1, 2].map(() => attempts.fail({ reason: "unreachable" }, NOW))).toEqual([1, 2]);
    attempts.succeed();
    expect([attempts.mayTry(NOW), attempts.failures(), attempts.trouble()]).toEqual([
      true,
      0,
      undefined,
    ]);
    expect(attempts.fail({ reason: "unreachable" }, NOW)).toBe(1);
  });

  it("are not held back by a clock that was set back", () => {
    const attempts = createAttempts(() => 1);
    attempts.fail({ reason: "unreachable" }, NOW + DAY);
    expect(attempts.mayTry(NOW)).toBe(true);
  });
});
