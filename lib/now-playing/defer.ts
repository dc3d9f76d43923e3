/** Leaves work for after the answer: serverless freezes a process as soon as it has answered. */
export type Defer = (work: () => Promise<void>) => void;

/** Starts the work at once, and lets nothing out of it: a process that lives on needs no more. */
export function startNow(work: () => Promise<void>): void {
  void work().catch(() => undefined);
}

/** Defers work where that can be done: Next's `after` throws where there is no request to come after. */
export function deferSafely(defer: Defer, work: () => Promise<void>): void {
  const safely = (): Promise<void> => work().catch(() => undefined);
  try {
    defer(safely);
  } catch {
    startNow(safely);
  }
}
