import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { measureFreshness } from "@/scripts/bench/freshness/measure-freshness";
import { CALM } from "@/scripts/bench/scale/testing/calm-results";
import { SWIFT } from "@/scripts/bench/serving/testing/swift-results";
import { LIGHT } from "@/scripts/bench/weight/testing/light-results";
import { readChart } from "./testing/read-chart";
import { writeReport } from "./write-report";
import type { Results } from "./write-report";

const RESULTS: Results = {
  machine: {
    processor: "A processor",
    processors: 2,
    memoryBytes: 8 * 1_024 ** 3,
    system: "linux x64",
    node: "24.1.0",
    versions: { next: "16.4.5", swr: "2.5.1" },
    commit: "abc1234",
    date: "2026-11-21",
  },
  tookSeconds: 725,
  serving: SWIFT,
  freshness: measureFreshness({ days: 1, seed: 3 }),
  weight: LIGHT,
  scale: CALM,
};

describe("the report", () => {
  const { markdown, charts } = writeReport(RESULTS, "benchmarks");

  it("is written as prettier writes it", async () => {
    expect(await format(markdown, { parser: "markdown", printWidth: 100 })).toBe(markdown);
  });

  it("says when, on what and of what, and how long it took", () => {
    expect(markdown).toContain("took 12 min 5 s on 2026-11-21, at commit abc1234: 2 × A processor");
    expect(markdown).toContain("8.0 GB of memory");
    expect(markdown).toContain("next 16.4.5, swr 2.5.1");
  });

  it("has each part once, and nothing that is no number", () => {
    const parts = [...markdown.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(parts).toEqual(["Serving", "Freshness for calls", "Weight", "Scale"]);
    expect(markdown).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("shows each chart that it comes with, and no other", () => {
    const shown = [...markdown.matchAll(/\]\(benchmarks\/([^)]+)\)/g)].map(([, file]) => file);
    expect(shown.toSorted()).toEqual(Object.keys(charts).toSorted());
    for (const svg of Object.values(charts)) expect(readChart(svg).collisions).toEqual([]);
  });

  it("says so where nobody was answered", () => {
    expect(markdown).toMatch(/the usual pattern +\| +– \| +– \| 50 without an answer in 10 s/);
  });

  it("shows the arithmetic of the free tier", () => {
    const { mix } = RESULTS.freshness.tabs[0]?.requests ?? { mix: NaN };
    expect(markdown).toContain(`1,000,000 ÷ ${mix.toFixed(1)} =`);
    expect(markdown).toContain("2,592,000 s ÷ 10 = 259,200 invocations");
  });

  it("says what was left out on a machine without Redis", () => {
    const alone = { ...RESULTS, scale: { ...CALM, fourOnRedis: [] } };
    expect(markdown).not.toContain("left out:");
    expect(writeReport(alone, "benchmarks").markdown).toContain("no `redis-server`");
  });
});
