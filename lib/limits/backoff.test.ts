import { expect, it } from "vitest";
import { backoffDelay } from "./backoff";

it("doubles from 5 s to 5 min, and spreads over the upper half", () => {
  const longest = Array.from({ length: 9 }, (_, i) => backoffDelay(i + 1, 1));
  expect(longest).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300].map((s) => s * 1000));
  expect(backoffDelay(7, 0)).toBe(150_000);
  expect(backoffDelay(1, 0)).toBe(5_000);
  expect(backoffDelay(1e9, 0.5)).toBeLessThanOrEqual(300_000);
});
