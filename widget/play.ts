import { age, expiresAt } from "@/lib/now-playing/wire";
import { show } from "./show";
import type { FaceFacts } from "./show";
import { findSource } from "./source";

/** What is shown is looked at again after this, in ms: "3 h ago" becomes "4 h ago". */
const LOOK_AGAIN_MS = 60_000;

/** Says what happened: `change` with what is published, again and again; `error` with what went wrong. */
export type Tell = (name: "change" | "error", detail: unknown) => void;

/**
 * Lets a face show what its site tells, while it is in view.
 *
 * @param host where the face stands
 * @param card the face itself, hidden or not
 * @param preview the name of a state: a sample of it is shown in the place of the music
 * @returns how to end it
 */
export function play(
  host: HTMLElement,
  card: HTMLElement,
  preview: string | null,
  facts: FaceFacts,
  tell?: Tell,
): () => void {
  const source = findSource(
    facts.home + (preview ? `embed/sample.json?preview=${preview}` : "api/now-playing"),
  );
  const listener = { isSeen: false, hear };
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows what was last received as it is now, and again when it changes by itself. */
  function hear(error?: unknown): void {
    const { latest, listeners } = source;
    clearTimeout(timer);
    if (!listeners.has(listener)) return;
    if (error) tell?.("error", error);
    if (!latest) return;
    const { published, clockOffset } = latest;
    const now = Date.now() + clockOffset;
    const delay = (expiresAt(age(published, now)) ?? Infinity) - now;
    // No number at all is possible too: the site may be a stranger's.
    timer = setTimeout(hear, delay < LOOK_AGAIN_MS ? delay + 100 : LOOK_AGAIN_MS);
    try {
      show(card, published, now, facts);
      tell?.("change", published);
    } catch (problem) {
      tell?.("error", problem);
    }
  }

  const observer = new IntersectionObserver((entries) => {
    listener.isSeen = entries.at(-1)?.isIntersecting ?? false;
    if (!listener.isSeen) return;
    hear();
    source.wake();
  });
  const image = card.querySelector("img");
  // A cover that does not come leaves its room to the words.
  image?.addEventListener("error", () => (image.hidden = true));
  source.listeners.add(listener);
  observer.observe(host);
  // After whoever put the face here is done: it may take it away again.
  queueMicrotask(hear);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
    source.listeners.delete(listener);
  };
}
