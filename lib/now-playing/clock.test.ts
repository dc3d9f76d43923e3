import { expect, it } from "vitest";
import { readClockOffset } from "./clock";

const NOW = Date.UTC(2026, 10, 20, 12, 0, 0);
const date = new Date(NOW).toUTCString();

it("takes clocks within 2 s of each other for the same", () => {
  expect(readClockOffset(date, null, NOW + 1_900)).toBe(0);
  expect(readClockOffset(date, null, NOW - 900)).toBe(0);
});

it("measures how far a visitor's clock is off, the time in a cache included", () => {
  expect(readClockOffset(date, null, NOW - 3_600_000)).toBe(3_600_500);
  expect(readClockOffset(date, "10", NOW + 10_400)).toBe(0);
  expect(readClockOffset(date, "10", NOW + 70_000)).toBe(-59_500);
});

it("trusts the visitor's clock where the answer tells nothing", () => {
  expect(readClockOffset(null, null, NOW)).toBe(0);
  expect(readClockOffset("yesterday", "soon", NOW)).toBe(0);
});
