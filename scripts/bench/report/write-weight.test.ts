import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { PUBLISHED_SCRIPTS, REPORTED } from "@/scripts/bench/weight/published";
import { LIGHT } from "@/scripts/bench/weight/testing/light-results";
import { readChart } from "./testing/read-chart";
import { writeWeight } from "./write-weight";

describe("the part of the report about weight", () => {
  const { markdown, charts } = writeWeight(LIGHT, "benchmarks");

  it("is written as prettier writes it", async () => {
    expect(await format(markdown, { parser: "markdown", printWidth: 100 })).toBe(markdown);
  });

  it("says what is ours above each floor", () => {
    expect(markdown).toMatch(/front page +\| +141\.6 kB \| +9\.8 kB/);
    expect(markdown).toContain("adds 9.1 kB, 3.2 kB more than a page that calls `useSWR`");
    expect(markdown).toContain("600 B of status line and headers, against 1.1 kB");
  });

  it("shows each chart that it comes with, and no other", () => {
    const shown = [...markdown.matchAll(/\]\(benchmarks\/([^)]+)\)/g)].map(([, file]) => file);
    expect(shown).toEqual(Object.keys(charts));
    for (const svg of Object.values(charts)) expect(readChart(svg).collisions).toEqual([]);
  });

  it("names the source of what was not weighed in the run", () => {
    expect(markdown).toContain("Only ours were weighed in this run.");
    for (const { name, source } of [...PUBLISHED_SCRIPTS, ...REPORTED]) {
      expect(markdown.split("\n").find((line) => line.startsWith(`| ${name}`))).toContain(source);
      expect(source).toMatch(/^https:/);
    }
  });

  it("says so where a budget is broken", () => {
    const heavy = { ...LIGHT, element: { bytes: 9_000, gzip: 4_097 } };
    expect(markdown).not.toContain("broken");
    expect(writeWeight(heavy, "benchmarks").markdown).toMatch(/Element, gzip .*\*\*broken\*\*/);
  });
});
