import { vi } from "vitest";

/** What the test browser lacks: animations that only remember, and an observer that is told what is seen. */
export function completeBrowser() {
  const animations: {
    options: KeyframeAnimationOptions;
    currentTime: unknown;
    isPaused: boolean;
    isCancelled: boolean;
    cancel: () => void;
  }[] = [];
  Object.assign(Element.prototype, {
    getAnimations: () => animations.filter(({ isCancelled }) => !isCancelled),
    animate: (_: Keyframe[], options: KeyframeAnimationOptions) => {
      const animation = {
        options,
        currentTime: undefined as unknown,
        isPaused: false,
        isCancelled: false,
        pause: () => (animation.isPaused = true),
        cancel: () => (animation.isCancelled = true),
      };
      animations.push(animation);
      return animation;
    },
  });
  const seen = new Map<Element, (isSeen: boolean) => void>();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      readonly #callback: (entries: { isIntersecting: boolean }[]) => void;
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        this.#callback = callback;
      }
      observe(element: Element): void {
        seen.set(element, (isIntersecting) => this.#callback([{ isIntersecting }]));
      }
      disconnect(): void {}
    },
  );
  return {
    /** Every animation that was begun. */
    animations,
    /** Scrolls an element into view, or out of it. */
    setSeen: (element: Element, isSeen: boolean) => seen.get(element)?.(isSeen),
  };
}
