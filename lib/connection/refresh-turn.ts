import type { Store } from "@/lib/store/store";

/** Longer than the token endpoint may take to answer, in ms. */
const TURN_MS = 10_000;
const LOOK_AGAIN_MS = 150;

/**
 * The right to ask for a token, one instance at a time: with strict rotation, two that ask with the
 * same refresh token end the authorization.
 *
 * While another instance asks, its result is looked for with `isSettled`, and the turn is over before
 * it began once that answers something. Without the store each instance is on its own.
 */
export async function takeTurn(
  store: Store,
  isSettled: () => Promise<unknown>,
): Promise<{ end(): Promise<void> }> {
  for (let waited = 0; waited <= TURN_MS; waited += LOOK_AGAIN_MS) {
    const lock = await store.lock("connection/refresh", TURN_MS).catch(() => "alone" as const);
    if (lock === "alone") break;
    if (lock) return { end: () => lock.release().catch(() => undefined) };
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    if (await isSettled()) break;
  }
  return { end: () => Promise.resolve() };
}
