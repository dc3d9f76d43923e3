import type { NowPlaying } from "@/lib/now-playing/wire";
import type { ChangeKind, Stretch } from "./listening";

/** Whether what is shown was true during a stretch. */
export function isTrueOf(shown: NowPlaying, { song, isPlaying }: Stretch): boolean {
  if (song === undefined) return shown.state !== "playing" && shown.state !== "paused";
  return (
    shown.state === (isPlaying ? "playing" : "paused") &&
    "title" in shown &&
    shown.title === song.title
  );
}

/** A change, and how late (ms) a visitor saw it. */
export interface Sight {
  readonly kind: ChangeKind;
  /** Epoch ms. */
  readonly at: number;
  readonly lagMs: number;
}

/** One visitor who never looks away. */
export interface Witness {
  /** Notes what is shown at `now`, where the stretch of this index is true. */
  look(shown: NowPlaying, index: number, now: number): void;
  readonly sights: readonly Sight[];
}

/**
 * A change is seen as soon as something is shown that was true at a moment since. What came and went
 * unseen is so seen with what came after it: its lag ends when the visitor stops being told a thing of the past.
 */
export function createWitness(stretches: readonly Stretch[]): Witness {
  const sights: Sight[] = [];
  /** The first stretch whose beginning was not seen. */
  let next = 0;

  return {
    sights,
    look(shown, index, now) {
      if (next > index) return;
      let seen = index;
      while (seen >= next && !isTrueAt(shown, stretches[seen])) seen--;
      for (; next <= seen; next++) {
        const stretch = stretches[next];
        if (!stretch?.change) continue;
        const { change, from } = stretch;
        sights.push({ kind: change, at: from, lagMs: now - from });
      }
    },
  };
}

function isTrueAt(shown: NowPlaying, stretch: Stretch | undefined): boolean {
  return stretch !== undefined && isTrueOf(shown, stretch);
}
