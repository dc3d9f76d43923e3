import type { Item, Truth } from "./model";

/** The same truth, its items without covers that may not be shown. */
export function keepAllowedArt<T extends Truth>(truth: T, isAllowed: (url: string) => boolean): T {
  const { current, lastHeard } = truth;
  const clean = ({ art, artSmall, ...item }: Item): Item => {
    const isFine = [art, artSmall].every((url) => url === undefined || isAllowed(url));
    return isFine ? { ...item, art, artSmall } : item;
  };
  return {
    ...truth,
    current: current.state === "nothing" ? current : { ...current, item: clean(current.item) },
    lastHeard: lastHeard && { ...lastHeard, item: clean(lastHeard.item) },
  };
}
