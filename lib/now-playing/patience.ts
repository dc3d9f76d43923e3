import { within } from "@/lib/store/within";

/** Waits for a promise, but no longer than this many ms; whatever comes of it is the owner's business. */
export async function waitAtMost(promise: Promise<unknown>, ms: number): Promise<void> {
  await within(promise, ms, () => new Error("Waited long enough.")).catch(() => undefined);
}
