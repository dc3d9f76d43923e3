import { describe, expect, it } from "vitest";
import { daysLeft, describeWarning, dueWarning } from "./lifetime";
import { DAY, START } from "./testing/rehearsal";

const END = START + 180 * DAY;

describe("the six-month clock", () => {
  it.each([
    [180, 180, undefined],
    [31, 31, undefined],
    [30, 30, 30],
    [29.5, 30, 30],
    [8, 8, 30],
    [7, 7, 7],
    [1.5, 2, 7],
    [1, 1, 1],
    [0.01, 1, 1],
    [0, 0, 0],
    [-3, 0, 0],
  ])("with %d days to go shows %d days and warns at %s", (before, days, warning) => {
    const now = END - before * DAY;
    expect(daysLeft(START, now)).toBe(days);
    expect(dueWarning(START, now)).toBe(warning);
  });

  it("says when it ends and what to do", () => {
    expect(describeWarning(7, START)).toMatch(/ends on 2027-05-19: 7 days are left.*Sign in/);
    expect(describeWarning(1, START)).toContain("1 day is left");
    expect(describeWarning(0, START)).toContain("ended on 2027-05-19");
  });
});
