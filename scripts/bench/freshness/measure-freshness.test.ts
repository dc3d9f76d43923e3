import { describe, expect, it } from "vitest";
import { checkAims } from "./aims";
import { measureFreshness } from "./measure-freshness";

/** In a week there are too few starts of listening for a mean. */
const results = measureFreshness({ days: 8, seed: 1 });

describe("eight days of listening", () => {
  it.each(checkAims(results))("keeps to what was promised: $name", (aim) => {
    expect(aim).toMatchObject({ isMet: true });
  });

  it("sees more for its calls than a fixed interval does", () => {
    const ours = results.tabs.find(({ name }) => name === "ours, 700");
    const fixed = results.tabs.find(({ name }) => name === "every 123 s");
    expect(ours?.perDay).toBeLessThan(fixed?.perDay ?? 0);
    for (const kind of ["natural", "skip", "pause", "resume"] as const) {
      expect(ours?.lags[kind].meanS).toBeLessThan(fixed?.lags[kind].meanS ?? 0);
    }
  });

  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(results))).toEqual(results);
  });
});
