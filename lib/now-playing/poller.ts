/** What a poller has to know of the page it polls for. */
export interface PollingPage {
  /** Whether anybody can see the page, and it can reach the network. */
  isActive(): boolean;
  /** Calls back when the page becomes active again; answers how to stop that. */
  onReturn(callback: () => void): () => void;
}

interface PollerOptions {
  /** Asks once; a rejection counts as a failure. */
  readonly ask: () => Promise<void>;
  /** The wait before the next turn in ms, after so many failures in a row. */
  readonly delayAfter: (failures: number) => number;
  readonly page: PollingPage;
}

/**
 * Asks at once, and then again and again: one request at a time and one timer, set anew by each
 * answer. While the page is hidden or offline nothing is asked; on its return, at once.
 *
 * @returns how to stop it
 */
export function startPolling({ ask, delayAfter, page }: PollerOptions): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isAsking = false;
  let isStopped = false;

  async function takeTurn(): Promise<void> {
    clearTimeout(timer);
    if (isAsking || isStopped || !page.isActive()) return;
    isAsking = true;
    try {
      await ask();
      failures = 0;
    } catch {
      failures += 1;
    }
    isAsking = false;
    if (!isStopped && page.isActive()) timer = setTimeout(takeTurn, delayAfter(failures));
  }

  const stopListening = page.onReturn(() => void takeTurn());
  void takeTurn();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stopListening();
  };
}

/** The page as the browser knows it: hidden in another tab, or offline. */
export const browserPage: PollingPage = {
  isActive: () => document.visibilityState === "visible" && navigator.onLine,
  onReturn(callback) {
    document.addEventListener("visibilitychange", callback);
    window.addEventListener("online", callback);
    return () => {
      document.removeEventListener("visibilitychange", callback);
      window.removeEventListener("online", callback);
    };
  },
};
