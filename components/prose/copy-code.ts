/** How long it says that it has copied, in ms. */
const SAID_MS = 2_000;

/** Copies the code that stands before a button of a text, if it is one. */
export async function copyCode(target: EventTarget | null): Promise<void> {
  const button = target instanceof Element ? target.closest<HTMLElement>("[data-copied]") : null;
  const code = button?.previousElementSibling;
  if (!button || !code) return;
  const { textContent: copy, dataset } = button;
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    button.textContent = dataset.copied ?? "";
    setTimeout(() => (button.textContent = copy), SAID_MS);
  } catch {
    // The browser forbids it: then the code is marked, ready to be copied by hand.
    getSelection()?.selectAllChildren(code);
  }
}
