"use client";

import { useSyncExternalStore } from "react";

let returns = 0;

function subscribe(onChange: () => void): () => void {
  const listen = () => {
    if (document.visibilityState !== "visible") return;
    returns += 1;
    onChange();
  };
  document.addEventListener("visibilitychange", listen);
  return () => document.removeEventListener("visibilitychange", listen);
}

/** How often the page has come back into view. */
export function useReturns(): number {
  return useSyncExternalStore(
    subscribe,
    () => returns,
    () => 0,
  );
}
