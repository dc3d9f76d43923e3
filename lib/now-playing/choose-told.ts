import type { Curtain } from "./curtain";
import type { Truth } from "./model";
import type { Trouble } from "./publish";
import type { Snapshot } from "./snapshot";

/** What a publication is drawn from. */
interface Told {
  readonly truth: Truth | undefined;
  readonly trouble?: Trouble | undefined;
}

/**
 * What of the truth is told at `now`. Behind the curtain nothing tells silence from trouble: neither
 * is what visitors may know of.
 *
 * @param now epoch ms
 */
export function chooseTold(
  snapshot: Pick<Snapshot, "at" | "toldAt">,
  curtain: Curtain,
  trouble: Trouble | undefined,
  now: number,
): Told {
  const at = now - curtain.delayMs;
  const silence: Told = { truth: { asOf: at, current: { state: "nothing" } } };
  if (curtain.isClosed(now)) return silence;
  const known = snapshot.toldAt(now);
  if (curtain.isVeiled(at)) return { truth: curtain.silence(known, at) };

  const newest = snapshot.at(now);
  if (curtain.delayMs > 0 && !known) {
    return newest === undefined && trouble ? { truth: undefined, trouble } : silence;
  }
  // With a delay, later readings that did succeed may vouch for the moment that is told of.
  const isVouchedFor = curtain.delayMs > 0 && newest !== undefined && newest.asOf > at;
  const truth = known && curtain.settle(known, at);
  return { truth, trouble: isVouchedFor ? undefined : trouble };
}
