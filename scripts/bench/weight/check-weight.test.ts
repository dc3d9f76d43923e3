import { describe, expect, it } from "vitest";
import { checkWeight, listWeightBudgets } from "./check-weight";
import { LIGHT } from "./testing/light-results";

const of = (gzip: number) => ({ bytes: gzip, gzip });
const [home] = LIGHT.pages;

describe("the budgets of weight", () => {
  it("are all kept by what is light", () => {
    expect(checkWeight(LIGHT)).toEqual([]);
    expect(listWeightBudgets(LIGHT)).toHaveLength(10);
  });

  it("are kept to the byte, and broken by one more", () => {
    const within = {
      ...LIGHT,
      pages: home ? [{ ...home, script: of(145_240), typeBytes: 122_880, requests: 16 }] : [],
      element: of(4_096),
      frame: of(6_144),
      card: of(12_288),
      answer: of(450),
    };
    expect(checkWeight(within)).toEqual([]);
    const beyond = {
      ...within,
      pages: home ? [{ ...home, script: of(145_241), typeBytes: 122_881, requests: 17 }] : [],
      element: of(4_097),
      frame: of(6_145),
      card: of(12_289),
      answer: of(451),
    };
    expect(checkWeight(beyond).map(({ measured, limit }) => measured - limit)).toEqual(
      Array.from({ length: 7 }, () => 1),
    );
  });

  it("count a page's script above the empty app's only", () => {
    expect(listWeightBudgets(LIGHT)[0]).toEqual({
      name: "JavaScript of / above an empty Next app, gzip",
      measured: 10_000,
      limit: 10_240,
      unit: "B",
      isKept: true,
    });
  });
});
