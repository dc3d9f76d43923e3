import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLogAxis } from "./log-axis";

describe("a logarithmic axis", () => {
  it("is marked with 1, 2 and 5 of each power of ten", () => {
    expect(createLogAxis([3, 160]).ticks).toEqual([2, 5, 10, 20, 50, 100, 200]);
  });

  it("is marked with less where that would crowd it", () => {
    expect(createLogAxis([130, 17_280]).ticks).toEqual([100, 300, 1_000, 3_000, 10_000, 30_000]);
    expect(createLogAxis([0.1, 1e6]).ticks).toHaveLength(8);
  });

  it("has all values between its ends, equal ratios at equal distances", () => {
    const { place } = createLogAxis([1, 100]);
    expect([place(1), place(10), place(100)]).toEqual([0, expect.closeTo(0.5), 1]);
    const values = fc.array(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, (some) => {
        const axis = createLogAxis(some);
        for (const value of some) {
          expect(axis.place(value)).toBeGreaterThanOrEqual(0);
          expect(axis.place(value)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
