import type { Item, Reading } from "@/lib/now-playing/model";
import { makeItem } from "@/lib/now-playing/testing/made";
import type { Stretch } from "./listening";

/** What Spotify says is up to this old (ms), and its positions are wrong by up to this, either way. */
const BEHIND_MS = 500;
const POSITION_ERROR_MS = 300;

/** What Spotify would answer, and what is true. Cheapest where times only grow. */
export interface Player {
  hear(at: number): Reading;
  /** The index of the stretch at `at`. */
  indexAt(at: number): number;
}

export function createPlayer(stretches: readonly Stretch[], random: () => number): Player {
  let index = 0;

  function indexAt(at: number): number {
    while (index > 0 && (stretches[index]?.from ?? 0) > at) index--;
    while (index < stretches.length - 1 && (stretches[index]?.to ?? Infinity) <= at) index++;
    return index;
  }

  return {
    indexAt,
    hear(receivedAt) {
      const at = receivedAt - Math.round(BEHIND_MS * random());
      const error = Math.round((2 * random() - 1) * POSITION_ERROR_MS);
      const stretch = stretches[indexAt(at)];
      if (stretch?.song === undefined) return { receivedAt, playback: { type: "nothing" } };
      const { song, isPlaying, from, positionMs } = stretch;
      const told = isPlaying ? Math.max(1, positionMs + at - from + error) : positionMs;
      const playback = { type: "item", item: itemOf(song), isPlaying, progressMs: told } as const;
      return { receivedAt, playback };
    },
  };
}

function itemOf(song: NonNullable<Stretch["song"]>): Item {
  return makeItem({ ...song, key: song.title });
}
