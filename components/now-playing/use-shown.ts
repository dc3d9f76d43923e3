"use client";

import { useEffect, useReducer } from "react";
import { changesAt } from "@/lib/now-playing/appearance";
import { age } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import type { Received } from "@/lib/now-playing/received";

/** Some browsers round their clock to this, in ms. */
const SHORTEST_TIMEOUT_MS = 100;

/** Browsers fire at once for delays beyond this, in ms. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** What may be shown now of what was received, and the server's time. */
export interface Shown {
  readonly published: NowPlaying;
  /** Epoch ms by the server's clock. */
  readonly now: number;
}

/**
 * Ages what was received: renders again at the one moment at which it changes by itself, and at no
 * other.
 */
export function useShown(received: Received | undefined): Shown | undefined {
  const [renders, renderAgain] = useReducer((count: number) => count + 1, 0);
  // Asked only once there is something to age: in a page made beforehand there is no "now".
  const now = received === undefined ? 0 : Date.now() + received.clockOffset;
  const next = received && changesAt(received.published, now);

  useEffect(() => {
    if (next === undefined) return;
    const delay = Math.min(Math.max(next - now, SHORTEST_TIMEOUT_MS), LONGEST_TIMEOUT_MS);
    const timer = setTimeout(renderAgain, delay);
    return () => clearTimeout(timer);
    // `now` is read when `next` changes: a delay to the same moment needs no new timer. But a timer that
    // comes before its moment, by a coarse clock or one set back, needs another.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [next, renders]);

  return received && { published: age(received.published, now), now };
}
