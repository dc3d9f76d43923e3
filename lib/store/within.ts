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
