/** Waits for a promise, but no longer than this many ms; whatever comes of it is the owner's business. */
export async function waitAtMost(promise: Promise<unknown>, ms: number): Promise<void> {
  await within(promise, ms, () => new Error("Waited long enough.")).catch(() => undefined);
}

/** What a promise comes to, or the error of `giveUp` when it takes longer than this many ms. */
export async function within<T>(promise: Promise<T>, ms: number, giveUp: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(giveUp()), ms);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
