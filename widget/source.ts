import { nextPollDelay, retryPollDelay } from "@/lib/now-playing/poll-schedule";
import { startPolling } from "@/lib/now-playing/poller";
import { isSameAnswer, readAnswer } from "@/lib/now-playing/received";
import type { Received } from "@/lib/now-playing/received";
import { expiresAt } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";

/** An answer that has not come after this (ms) will not come. */
const TIMEOUT_MS = 15_000;

/** A face, as far as its source has to know it. */
export interface Listener {
  /** Whether it is in view. */
  isSeen: boolean;
  /** Called after each answer, and with what went wrong where there was none. */
  hear(error?: unknown): void;
}

/** What an address tells, to all faces of the page that show it. */
export interface Source {
  readonly listeners: Set<Listener>;
  /** The last answer; the same as long as it says the same. */
  latest?: Received;
  /** To be called when a listener comes into view: the source may have slept. */
  wake(): void;
}

const sources = new Map<string, Source>();

/**
 * The source at an address: one for a page, with one poller. It sleeps while none of its listeners is seen,
 * and asks before its time for nobody.
 */
export function findSource(url: string): Source {
  const source: Source = sources.get(url) ?? {
    listeners: new Set(),
    wake: () => poll(url, source),
  };
  sources.set(url, source);
  return source;
}

function poll(url: string, source: Source): void {
  let setAt = 0;
  let delay = 0;
  // Counted here: a turn that asks nothing, for its time has not come, is no success.
  let failures = 0;
  // A clock that was set makes nobody wait: neither forward nor back.
  const isEarly = () => Math.abs(Date.now() - setAt) < delay;
  startPolling({
    async ask() {
      if (isEarly()) return;
      let failure: unknown;
      try {
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        const response = await fetch(url, { signal });
        const received = await readAnswer(response, Date.now(), isFirstVersion);
        // Throws where a stranger's time is an object: better here than wherever it is reckoned with.
        expiresAt(received.published);
        // The same body is the same state, and has been since it first came.
        if (!source.latest || !isSameAnswer(source.latest, received)) source.latest = received;
        failures = 0;
      } catch (error) {
        failure = error;
        failures += 1;
      }
      for (const listener of source.listeners) listener.hear(failure);
    },
    delayAfter() {
      const now = Date.now();
      if (!isEarly()) {
        delay = chooseDelay(source.latest, failures, now);
        setAt = now;
      }
      return setAt + delay - now;
    },
    page: {
      isActive: () =>
        !document.hidden && navigator.onLine && [...source.listeners].some(({ isSeen }) => isSeen),
      // For as long as the page is: a source stays, and sleeps.
      onReturn(callback) {
        source.wake = callback;
        document.addEventListener("visibilitychange", callback);
        addEventListener("online", callback);
        return () => undefined;
      },
    },
  });
}

function chooseDelay(latest: Received | undefined, failures: number, now: number): number {
  if (failures > 0 || !latest) return retryPollDelay(failures, Math.random());
  return nextPollDelay(latest.published, latest.since, now + latest.clockOffset, Math.random());
}

/** No more is asked of a stranger's answer: a face takes its words for text, and survives the rest. */
function isFirstVersion(body: unknown): body is NowPlaying {
  return typeof body === "object" && body !== null && "v" in body && body.v === 1;
}
