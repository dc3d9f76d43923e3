import type { Weight, WeightResults } from "@/scripts/bench/weight/results";

function weight(gzip: number): Weight {
  return { bytes: 3 * gzip, gzip };
}

/** Figures of no run, all within their budgets. */
export const LIGHT: WeightResults = {
  pages: ["/", "/writing/long"].map((path) => ({
    path,
    html: weight(9_000),
    script: weight(145_000),
    style: weight(7_000),
    typeBytes: 100_000,
    requests: 14,
  })),
  empty: { html: weight(1_500), script: weight(135_000), style: weight(0) },
  footer: { nothing: weight(135_100), swr: weight(141_100), footer: weight(144_400) },
  element: weight(4_062),
  frame: weight(4_200),
  card: { bytes: 9_000, gzip: 6_500, floor: { bytes: 4_000, gzip: 3_100 } },
  badge: { bytes: 170, gzip: 140, floor: { bytes: 80, gzip: 90 } },
  answer: { bytes: 430, gzip: 270, floor: { bytes: 250, gzip: 190 } },
  heads: { answer: 700, notModified: 600 },
};
