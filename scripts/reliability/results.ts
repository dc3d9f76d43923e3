import type { Machine } from "@/scripts/bench/describe-machine";
import type { CrashResults } from "./crash/write-crash-section";
import type { Cell } from "./matrix/cell";
import type { Soak } from "./soak/results";
import type { Storm } from "./storm/measure-storm";

/** What one part of the run has measured, where, and how long it took. */
export interface Part<T> {
  readonly machine: Machine;
  readonly tookSeconds: number;
  readonly measured: T;
}

/** All parts, as plain data. Each may be of a run of its own: they take an hour and a half together. */
export interface Results {
  readonly matrix: Part<readonly Cell[]>;
  readonly storm: Part<Storm>;
  readonly crash: Part<CrashResults>;
  readonly soak: Part<Soak>;
}

export const PARTS = ["matrix", "storm", "crash", "soak"] as const;
export type PartName = (typeof PARTS)[number];
