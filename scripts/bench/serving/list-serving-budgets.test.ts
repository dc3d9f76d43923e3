import { describe, expect, it } from "vitest";
import { LENIENT, listServingBudgets } from "./list-serving-budgets";
import { SWIFT } from "./testing/swift-results";

const broken = (...args: Parameters<typeof listServingBudgets>) =>
  listServingBudgets(...args).flatMap(({ name, isKept }) => (isKept ? [] : [name]));

describe("what serving is held to", () => {
  it("is kept by a swift run", () => {
    expect(broken(SWIFT)).toEqual([]);
  });

  it("is nine tenths of the empty route, and less on a busy machine", () => {
    const slow = { ...SWIFT, ratio: { median: 0.89, least: 0.8, most: 1 } };
    expect(broken(slow)).toEqual([expect.stringContaining("Throughput")]);
    expect(broken(slow, LENIENT)).toEqual([]);
  });

  it("is one call for a thousand requests, tokens counted", () => {
    const ours = { ...SWIFT.ours, calls: { token: 0.6, player: 0.6 } };
    expect(broken({ ...SWIFT, ours })).toEqual([expect.stringContaining("Calls")]);
  });

  it("is an answer within a second while Spotify hangs, and no answer is none", () => {
    for (const more of [{ p99Ms: 1_001 }, { unanswered: 1 }, { requests: 0, p99Ms: 0 }]) {
      const hanging = { ours: { ...SWIFT.hanging.ours, ...more } };
      expect(broken({ ...SWIFT, hanging })).toEqual([expect.stringContaining("hangs")]);
    }
  });
});
