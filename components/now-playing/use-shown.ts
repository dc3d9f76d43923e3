"use client";

import { useEffect } from "react";
import { changesAt } from "@/lib/now-playing/appearance";
import type { Received } from "@/lib/now-playing/received";
import { age } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { lookAtClock, useClock } from "./use-clock";

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
 * Ages what was received: renders again at the one moment at which it changes by itself, when the page
 * comes back into view, and at no other.
 */
export function useShown(received: Received | undefined): Shown | undefined {
  const lookedAt = useClock();
  const now = lookedAt + (received?.clockOffset ?? 0);
  const next = received && changesAt(received.published, now);

  // A timer that comes before its moment, by a coarse clock or one set back, moves `now`: another is set.
  useEffect(() => {
    if (next === undefined) return;
    const delay = Math.min(Math.max(next - now, SHORTEST_TIMEOUT_MS), LONGEST_TIMEOUT_MS);
    const timer = setTimeout(lookAtClock, delay);
    return () => clearTimeout(timer);
  }, [next, now]);

  return received && { published: age(received.published, now), now };
}
