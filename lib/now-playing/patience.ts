import { within } from "@/lib/store/within";

/** Waits for a promise, but no longer than this many ms; whatever comes of it is the owner's business. */
export async function waitAtMost(promise: Promise<unknown>, ms: number): Promise<void> {
  await within(promise, ms, () => new Error("Waited long enough.")).catch(() => undefined);
}

/** What is left of a visitor's patience of so many ms, in ms. */
export type Patience = (patienceMs: number) => number;

/** A visitor comes now. @param now epoch ms; a clock that is set back costs no patience */
export function startWaiting(now: () => number): Patience {
  const came = now();
  return (patienceMs) => Math.max(0, patienceMs - Math.max(0, now() - came));
}
