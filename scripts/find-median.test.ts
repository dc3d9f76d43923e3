import { expect, it } from "vitest";
import { findMedian } from "./find-median";

it("takes the middle by size, and the middle of two", () => {
  expect(findMedian([10, 9, 1])).toBe(9);
  expect(findMedian([1, 100, 3, 2])).toBe(2.5);
  expect(findMedian([7])).toBe(7);
});

it("makes nothing of nothing", () => {
  expect(findMedian([])).toBeNaN();
});
