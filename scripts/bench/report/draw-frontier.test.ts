import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textsOf } from "@/lib/embeds/testing/read-svg";
import { CHART_WIDTH } from "./chart-style";
import { drawFrontier } from "./draw-frontier";
import type { Frontier } from "./draw-frontier";
import { readChart } from "./testing/read-chart";

const at = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([calls, lagS]) => ({ calls, lagS }));

const fixed = (lagOf: (everyS: number) => number) =>
  [5, 10, 30, 60, 123].map((everyS) => ({
    calls: 86_400 / everyS,
    lagS: lagOf(everyS),
    label: `every ${everyS} s`,
  }));

const SKIPS: Frontier = {
  title: "A skip is seen",
  description: "Lag of skips against calls.",
  limit: { value: 700, label: "700 a day" },
  series: [
    { name: "Fixed intervals", role: "fixed", points: fixed((everyS) => everyS / 2) },
    { name: "Before", role: "before", points: at([150, 130], [300, 72], [602, 45], [1_400, 21]) },
    { name: "Liner Notes", role: "ours", points: at([130, 110], [240, 60], [560, 29], [1_900, 8]) },
    { name: "End of song only", role: "alone", points: at([165, 101]) },
  ],
};

const ENDS: Frontier = {
  title: "The end of a song is seen",
  description: "Lag of ends against calls.",
  series: [
    { name: "Fixed intervals", role: "fixed", points: fixed((everyS) => everyS / 2 + 1) },
    { name: "Before", role: "before", points: at([478, 2], [602, 2.1]) },
    {
      name: "Liner Notes",
      role: "ours",
      points: at([130, 2.9], [240, 2.2], [410, 2.1], [690, 1.9]),
    },
    { name: "End of song only", role: "alone", points: at([128, 2]) },
  ],
};

describe("a chart of lag against calls", () => {
  it("names every series and point beside it, and nothing lies on anything else's words", () => {
    for (const chart of [SKIPS, ENDS]) {
      const { words, collisions } = readChart(drawFrontier(chart));
      expect(words.map(({ text }) => text)).toEqual(
        expect.arrayContaining(["Liner Notes", "Before", "End of song only", "every 30 s"]),
      );
      expect(words.map(({ text }) => text)).not.toContain("Fixed intervals");
      expect(collisions).toEqual([]);
    }
  });

  it("draws fewer calls further left, and less lag further down", () => {
    const circles = readChart(drawFrontier(SKIPS)).elements.filter(({ name }) => name === "circle");
    const [five, ten] = circles.map(({ attributes }) => attributes);
    expect(Number(ten?.cx)).toBeLessThan(Number(five?.cx));
    expect(Number(ten?.cy)).toBeLessThan(Number(five?.cy));
  });

  it("keeps everything on its paper, whatever the figures", () => {
    const figure = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    const points = fc.array(fc.record({ calls: figure, lagS: figure }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(points, points, (ours, others) => {
        const { words, marks, elements } = readChart(
          drawFrontier({
            ...SKIPS,
            series: [
              { name: "Liner Notes", role: "ours", points: ours },
              {
                name: "Fixed",
                role: "fixed",
                points: others.map((p) => ({ ...p, label: "every 123 s" })),
              },
            ],
          }),
        );
        const height = Number(elements[0]?.attributes.height);
        for (const { left, top, right, bottom } of [...words, ...marks]) {
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(CHART_WIDTH);
          expect(bottom).toBeLessThanOrEqual(height);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("shows hostile words as words", () => {
    const hostile = `</text><script>alert("1")</script>&\u0000'`;
    const svg = drawFrontier({
      title: hostile,
      description: hostile,
      limit: { value: 700, label: hostile },
      series: [{ name: hostile, role: "ours", points: at([100, 10], [200, 5]) }],
    });
    expect(readChart(svg).elements.map(({ name }) => name)).not.toContain("script");
    expect(textsOf(svg, "title")).toEqual([hostile.replace("\u0000", "")]);
  });

  it("is the same for the same figures", () => {
    expect(drawFrontier(SKIPS)).toBe(drawFrontier(SKIPS));
  });

  it("says what it cannot show", () => {
    const none = {
      ...SKIPS,
      series: [{ name: "Ours", role: "ours" as const, points: at([100, 0]) }],
    };
    expect(() => drawFrontier(none)).toThrow(/cannot show values from 0/);
    expect(() => drawFrontier({ ...ENDS, series: [] })).toThrow(RangeError);
  });
});
