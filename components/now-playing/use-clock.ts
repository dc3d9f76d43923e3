"use client";

import { useSyncExternalStore } from "react";

let lookedAt = 0;
const listeners = new Set<() => void>();

/** Looks at the clock: everything that is shown is drawn again as it is now. */
export function lookAtClock(): void {
  lookedAt = Date.now();
  for (const listener of listeners) listener();
}

function lookOnReturn(): void {
  if (document.visibilityState === "visible") lookAtClock();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener("visibilitychange", lookOnReturn);
  listeners.add(listener);
  lookAtClock();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) document.removeEventListener("visibilitychange", lookOnReturn);
  };
}

/**
 * Epoch ms by our clock, as of the last look: when the page came into view, something mounted or an
 * answer came, and whenever somebody asked. Rendering reads no clock, so React may do it at any time.
 */
export function useClock(): number {
  return useSyncExternalStore(
    subscribe,
    () => lookedAt,
    () => 0,
  );
}
