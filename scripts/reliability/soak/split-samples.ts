import { findMedian } from "@/scripts/find-median";
import type { Sample } from "./results";

const QUARTERS = 4;

/** The middle of what a quarter of the time has shown. */
export type Quarter = Omit<Sample, "minute">;

/** The medians of four quarters, so that what grows all the time shows, and what comes and goes does not. */
export function splitSamples(samples: readonly Sample[]): readonly Quarter[] {
  const size = Math.ceil(samples.length / QUARTERS);
  return Array.from({ length: QUARTERS }, (_, index) => {
    const part = samples.slice(index * size, (index + 1) * size);
    return {
      heapBytes: findMedian(part.map(({ heapBytes }) => heapBytes)),
      rssBytes: findMedian(part.map(({ rssBytes }) => rssBytes)),
      openFiles: findMedian(part.map(({ openFiles }) => openFiles)),
    };
  });
}
