import { describe, expect, it } from "vitest";
import { CHART_WIDTH } from "./chart-style";
import { drawBars } from "./draw-bars";
import type { Bars } from "./draw-bars";
import { readChart } from "./testing/read-chart";

const CHART: Bars = {
  title: "Scripts of embeds",
  description: "Ours is the smallest.",
  unit: "After gzip",
  limit: { value: 4_096, label: "budget, 4.0 kB" },
  groups: [
    { bars: [{ name: "<now-playing>", value: 4_062, label: "4.0 kB", isOurs: true }] },
    {
      name: "Published elsewhere",
      bars: [
        { name: "github-buttons 2.33.1", value: 6_819, label: "6.7 kB", isOurs: false },
        { name: "a link", value: 0, label: "0 B", isOurs: false },
      ],
    },
  ],
};

const widthsOf = (svg: string, look: string) =>
  readChart(svg)
    .elements.filter(({ name, attributes }) => name === "rect" && attributes.class === look)
    .map(({ attributes }) => Number(attributes.width));

describe("a chart of bars", () => {
  it("is on one scale that begins at nothing", () => {
    const svg = drawBars(CHART);
    const [ours = 0] = widthsOf(svg, "accent");
    const [theirs = 0, nothing] = widthsOf(svg, "grey");
    expect(ours / theirs).toBeCloseTo(4_062 / 6_819, 2);
    expect(nothing).toBe(0);
  });

  it("has room for long names, for figures, and for a limit above all of them", () => {
    const name = "A name that is far too long to stand beside any bar whatsoever";
    const svg = drawBars({
      ...CHART,
      limit: { value: 90_000, label: "the limit that all of them keep" },
      groups: [
        ...CHART.groups,
        { name, bars: [{ name, value: 5_000, label: "5,000,000 /s", isOurs: true }] },
      ],
    });
    const { words, marks, elements, collisions } = readChart(svg);
    const height = Number(elements[0]?.attributes.height);
    expect(collisions).toEqual([]);
    for (const { left, top, right, bottom } of [...words, ...marks]) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(CHART_WIDTH);
      expect(bottom).toBeLessThanOrEqual(height);
    }
  });

  it("shows hostile words as words, and is the same for the same figures", () => {
    const hostile = `"><script>&'\u0008`;
    const bars = [{ name: hostile, label: hostile, value: 1, isOurs: false }];
    const chart = { ...CHART, title: hostile, unit: hostile, groups: [{ name: hostile, bars }] };
    const { elements } = readChart(drawBars(chart));
    expect(elements.map(({ name }) => name)).not.toContain("script");
    expect(drawBars(chart)).toBe(drawBars(chart));
  });

  it("refuses what is no length", () => {
    const bars = [{ name: "less", label: "-1", value: -1, isOurs: false }];
    expect(() => drawBars({ ...CHART, groups: [{ bars }] })).toThrow(RangeError);
    expect(() => drawBars({ ...CHART, groups: [] })).toThrow(RangeError);
  });
});
