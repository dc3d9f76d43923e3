/** A timer that comes this much too late, in ms, tells of a busy process, not of a slow promise. */
const LATE_MS = 200;

/**
 * What a promise comes to, or the error of `giveUp` when it takes longer than this many ms. A process
 * that was too busy to look gives it the time once more.
 */
export async function within<T>(promise: Promise<T>, ms: number, giveUp: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    const give = () => reject(giveUp());
    const started = performance.now();
    timer = setTimeout(() => {
      const isLate = performance.now() - started > ms + LATE_MS;
      if (isLate) timer = setTimeout(give, ms);
      else give();
    }, ms);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
