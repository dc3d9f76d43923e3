import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { SITUATIONS } from "@/scripts/reliability/matrix/cell";
import type { Cell } from "@/scripts/reliability/matrix/cell";
import { TROUBLES } from "@/scripts/reliability/matrix/troubles";
import type { Results } from "@/scripts/reliability/results";
import { STORES } from "@/scripts/reliability/site/open-place";
import { writeReport } from "./write-report";

// A few of them: prettier takes its time over a table.
const TRIED = TROUBLES.filter(({ host }) => host === "clock");

const CELLS: readonly Cell[] = TRIED.flatMap(({ host, id: trouble }) =>
  SITUATIONS.flatMap((situation) =>
    STORES.map((store) => ({
      host,
      trouble,
      situation,
      store,
      told: ["playing", "playing, stale"],
      slowestMs: 123,
      calls: { token: 1, api: 2 },
      recovery: "by itself",
      recoveredAfterMs: 61_000,
      problems: [],
    })),
  ),
);

const PLOT = { rotation: "lenient", processes: 1, tokensLost: 0, violations: [] } as const;

const REAL = { ...PLOT, store: "redis", kills: 20, midWrite: 0, storesUnreadable: 0 } as const;

function part<T>(measured: T) {
  const machine = {
    processor: "A processor",
    processors: 2,
    memoryBytes: 8 * 1_024 ** 3,
    system: "linux x64",
    node: "24.1.0",
    versions: {},
    commit: "abc1234",
    date: "2026-11-21",
  };
  return { machine, tookSeconds: 125, measured };
}

const RESULTS: Results = {
  matrix: part(CELLS),
  storm: part({
    seconds: 60,
    connections: 64,
    troubles: TROUBLES.length,
    requests: 12_345,
    statuses: { 200: 10_000, 304: 2_345 },
    unanswered: 0,
    p50Ms: 12,
    worstMs: 900,
    calls: 99,
    mostCalls: 200,
    isPlayingAfterwards: true,
  }),
  crash: part({
    staged: {
      seed: 7,
      kills: 1_000,
      tookSeconds: 9,
      points: [{ kind: "rename", before: 3, half: 0, after: 4 }],
      distinctPoints: 70,
      plots: [{ ...PLOT, store: "file", kills: 1_000 }],
      lostAt: [],
      left: { drafts: 5, mutexes: 6 },
      violations: [],
    },
    real: { seed: 7, kills: 20, tookSeconds: 10, plots: [{ ...REAL, renewals: 300 }] },
    window: {
      renewals: 100,
      file: { medianMs: 3.21, longestMs: 20 },
      redis: { medianMs: 1, longestMs: 9 },
    },
  }),
  soak: part({
    minutes: 60,
    virtualDays: 10,
    requests: 100_000,
    statuses: { 200: 99_000, 503: 1_000 },
    samples: [1, 2, 3, 4, 5, 6, 7, 8].map((minute) => ({
      minute,
      heapBytes: 40e6,
      rssBytes: 150e6,
      openFiles: 30,
    })),
    unhandled: [],
    troubles: 40,
    refreshes: 240,
    signIns: 2,
    calls: 6_000,
    worstDay: 690,
    dailyBudget: 700,
    counts: { compared: 300, tooLow: 0, mostTooHigh: 1 },
  }),
};

describe("the report on reliability", () => {
  it("is written as prettier writes it", async () => {
    const markdown = writeReport(RESULTS);
    expect(await format(markdown, { parser: "markdown", printWidth: 100 })).toBe(markdown);
  });

  it("names each cell that does not hold, and breaks the claim", () => {
    const [first, ...others] = CELLS;
    if (first === undefined) throw new Error("There are no cells.");
    const broken = { ...first, recovery: "none", problems: ["It did not recover."] } as const;
    const markdown = writeReport({ ...RESULTS, matrix: part([broken, ...others]) });
    expect(markdown).toContain("1 do not hold");
    expect(markdown).toContain("It did not recover.");
    expect(markdown).toMatch(/Cells without recovery +\| +1 \| +0 \| \*\*broken\*\*/);
    expect(writeReport(RESULTS)).not.toContain("broken**");
  });

  it("takes a heap that grows from quarter to quarter for a leak", () => {
    const { soak } = RESULTS;
    const samples = soak.measured.samples.map((sample) => ({
      ...sample,
      heapBytes: sample.heapBytes * (1 + sample.minute / 10),
    }));
    const markdown = writeReport({ ...RESULTS, soak: part({ ...soak.measured, samples }) });
    expect(markdown).toMatch(
      /Soak: the heap’s growth +\| +1\.\d\d × +\| +1\.10 × \| \*\*broken\*\*/,
    );
  });
});
