import { seedRandom } from "@/lib/now-playing/testing/seed-random";
import { createTally } from "./kill-results";
import type { KillResults } from "./kill-results";
import { createPlay } from "./play";
import type { Plot } from "./play";

/** Deaths in one play: an author's site begins anew often enough to be hit in its first renewal too. */
const KILLS_IN_A_PLAY = 8;

/** Of four deaths three are on files: they have the more steps to die at. */
const PLOTS: readonly Plot[] = (["file", "file", "file", "redis"] as const).flatMap((store) =>
  (["lenient", "strict"] as const).flatMap((rotation) =>
    ([1, 2] as const).map((processes) => ({ store, rotation, processes })),
  ),
);

interface MeasureOptions {
  readonly kills: number;
  readonly seed: number;
  /** Told how many are done, now and then. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Lets processes of a real connection on a real store die at points that chance chooses among all
 * their steps, and looks each time whether the next one can carry on with everything.
 */
export async function measureKills({
  kills,
  seed,
  onProgress = () => undefined,
}: MeasureOptions): Promise<KillResults> {
  const started = performance.now();
  const random = seedRandom(seed);
  const tally = createTally();
  for (let done = 0, plays = 0; done < kills; plays++) {
    const plot = PLOTS[plays % PLOTS.length];
    if (plot === undefined) break;
    const play = createPlay(plot, random);
    for (let i = 0; i < KILLS_IN_A_PLAY && done < kills; i++, done++) {
      tally.note(plot, await play.kill());
    }
    tally.noteEnd(plot, await play.end());
    onProgress(done);
  }
  return {
    seed,
    kills,
    tookSeconds: (performance.now() - started) / 1000,
    ...tally.read(),
  };
}
