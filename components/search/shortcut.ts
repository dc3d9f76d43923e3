/** Whether the keyboard has a key for commands, as Apple's have. */
export function isApple(): boolean {
  return /^(?:Mac|iP)/.test(navigator.platform);
}

/** Whether a key asks for the search: ⌘K or Ctrl K anywhere, a slash where nobody writes. */
export function asksForSearch(event: KeyboardEvent): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
  if (altKey || event.defaultPrevented) return false;
  if (key.toLowerCase() === "k") return !shiftKey && (isApple() ? metaKey : ctrlKey);
  return key === "/" && !ctrlKey && !metaKey && !isWritten(target);
}

function isWritten(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, select, textarea"))
  );
}
