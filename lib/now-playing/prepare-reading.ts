import { cleanItem } from "./clean-item";
import type { Item, Reading } from "./model";

/** A reading as it may enter the truth: its items cleaned, their colours added where known already. */
export function prepareReading(
  reading: Reading,
  knownTint: (url: string) => string | undefined,
): Reading {
  const prepare = (item: Item): Item | undefined => {
    const clean = cleanItem(item);
    return clean && { ...clean, tint: clean.artSmall && knownTint(clean.artSmall) };
  };
  const lastItem = reading.lastHeard && prepare(reading.lastHeard.item);
  const lastHeard =
    reading.lastHeard && lastItem ? { ...reading.lastHeard, item: lastItem } : undefined;

  const { playback } = reading;
  if (playback.type !== "item") return { ...reading, lastHeard };
  const item = prepare(playback.item);
  const prepared = item ? { ...playback, item } : ({ type: "nothing" } as const);
  return { ...reading, playback: prepared, lastHeard };
}
