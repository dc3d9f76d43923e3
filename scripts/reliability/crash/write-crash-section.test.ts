import { expect, it } from "vitest";
import type { CrashResults } from "./write-crash-section";
import { writeCrashSection } from "./write-crash-section";

const results: CrashResults = {
  staged: {
    seed: 7,
    kills: 10_000,
    tookSeconds: 90,
    points: [{ kind: "rename", before: 3, half: 0, after: 4 }],
    distinctPoints: 1234,
    plots: [{ store: "file", rotation: "strict", processes: 2, kills: 10_000, tokensLost: 12 }],
    lostAt: [{ kind: "sync", before: 12, half: 0, after: 0 }],
    left: { drafts: 5, mutexes: 6 },
    violations: [],
  },
  real: {
    seed: 7,
    kills: 200,
    tookSeconds: 100,
    plots: [
      {
        store: "redis",
        rotation: "lenient",
        processes: 1,
        kills: 200,
        midWrite: 0,
        tokensLost: 0,
        storesUnreadable: 0,
        renewals: 3000,
        violations: [],
      },
    ],
  },
  window: {
    renewals: 100,
    file: { medianMs: 3.21, longestMs: 20 },
    redis: { medianMs: 1, longestMs: 9 },
  },
};

it("tells how many died, where, and what was lost by it", () => {
  const section = writeCrashSection(results).replace(/ {2,}/g, " ");
  expect(section).toContain("10,000 deaths");
  expect(section).toContain("| files | dead with the answer | 2 | 10,000 | 12 |");
  expect(section).toContain("| rename | 3 | 0 | 4 |");
  expect(section).toContain("12 of the staged deaths fell into it (sync 12)");
  expect(section).toContain("3.2 ms on files");
  expect(section).toContain("Nothing else was found");
});

it("hides nothing that should not have been", () => {
  const section = writeCrashSection({
    ...results,
    staged: { ...results.staged, violations: ["file: a.json cannot be read"] },
  });
  expect(section).toContain("- file: a.json cannot be read");
  expect(section).not.toContain("Nothing else was found");
});
