interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Where a key leads in a list; undefined where it is the field's own affair.
 *
 * @param from a place, or -1 for none
 */
export function stepTo(pressed: Key, from: number, length: number): number | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = pressed;
  if (length === 0 || altKey || ctrlKey || metaKey || shiftKey) return undefined;
  switch (key) {
    case "ArrowDown":
      return (from + 1) % length;
    case "ArrowUp":
      return (from > 0 ? from : length) - 1;
    case "Home":
      return 0;
    case "End":
      return length - 1;
    default:
      return undefined;
  }
}
