import { seedRandom } from "@/lib/now-playing/testing/seed-random";
import { killForReal } from "./kill-for-real";
import type { RealCount } from "./kill-for-real";
import type { Plot } from "./play";
import { bundleProgram } from "./real-process";

/** Half of the kills fall on two processes with one folder, a quarter each on one, and on Redis. */
const PLOTS: readonly (Plot & { readonly share: number })[] = (
  ["strict", "lenient"] as const
).flatMap((rotation) => [
  { store: "file", rotation, processes: 2, share: 1 / 4 } as const,
  { store: "file", rotation, processes: 1, share: 1 / 8 } as const,
  { store: "redis", rotation, processes: 2, share: 1 / 8 } as const,
]);

export interface RealKillResults {
  readonly seed: number;
  readonly kills: number;
  readonly tookSeconds: number;
  readonly plots: readonly RealCount[];
}

interface MeasureOptions {
  readonly kills: number;
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
}

/**
 * Kills real processes with SIGKILL at random moments, while they renew a token as fast as they can
 * against the emulator over real HTTP, and looks each time whether the next one can carry on.
 */
export async function measureRealKills({
  kills,
  seed,
  onProgress = () => undefined,
}: MeasureOptions): Promise<RealKillResults> {
  const started = performance.now();
  const random = seedRandom(seed);
  const program = await bundleProgram();
  const plots: RealCount[] = [];
  let done = 0;
  try {
    for (const { share, ...plot } of PLOTS) {
      const count = Math.round(kills * share);
      plots.push(await killForReal(program, plot, count, random));
      done += count;
      onProgress(done);
    }
  } finally {
    await program.remove();
  }
  return { seed, kills: done, tookSeconds: (performance.now() - started) / 1000, plots };
}
