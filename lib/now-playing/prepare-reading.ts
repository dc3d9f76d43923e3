import { cleanItem } from "./clean-item";
import type { Curtain } from "./curtain";
import type { Item, Reading } from "./model";

/**
 * A reading as it may enter the truth: without what may not be told of, its items cleaned, their
 * colours added where known already. An item that is kept back is silence from here on.
 */
export function prepareReading(
  reading: Reading,
  knownTint: (url: string) => string | undefined,
  mayTell: Curtain["mayTell"] = () => true,
): Reading {
  const prepare = (item: Item, heardAt?: number): Item | undefined => {
    const clean = mayTell(item, heardAt) ? cleanItem(item) : undefined;
    return clean && { ...clean, tint: clean.artSmall && knownTint(clean.artSmall) };
  };
  const heard = reading.heard?.flatMap(({ item, playedAt }) => {
    const prepared = prepare(item, playedAt);
    return prepared ? [{ item: prepared, playedAt }] : [];
  });

  const { playback } = reading;
  if (playback.type !== "item") return { ...reading, heard };
  const item = prepare(playback.item);
  const prepared = item ? { ...playback, item } : ({ type: "nothing" } as const);
  return { ...reading, playback: prepared, heard };
}
