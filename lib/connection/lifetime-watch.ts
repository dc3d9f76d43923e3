import type { Store } from "@/lib/store/store";
import { describeWarning, dueWarning } from "./lifetime";
import type { WarningDay } from "./lifetime";

const DAY_MS = 24 * 60 * 60_000;

/** How often the clock is looked at, in ms, however many requests come. */
const LOOK_MS = 60_000;

/** Looks at the six-month clock and warns at 30, 7 and 1 days and at the end, each once. */
export interface LifetimeWatch {
  /** Whether it is time to look again: cheap enough to ask with every request. */
  isDue(): boolean;
  /** @param authorizedAt epoch ms of the sign-in; undefined: there is nothing to count from */
  look(authorizedAt: number | undefined): Promise<void>;
}

interface WatchOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly tell: (message: string, warning: WarningDay) => void;
}

/** What was told is kept in the store under the sign-in's day, so restarts and instances tell it once. */
export function createLifetimeWatch({ store, now, tell }: WatchOptions): LifetimeWatch {
  let lastLook = -Infinity;
  const told = new Set<string>();

  async function isNews(key: string): Promise<boolean> {
    if (told.has(key)) return false;
    told.add(key);
    try {
      return (await store.set(key, "told", { expectedVersion: null })) !== undefined;
    } catch {
      return true;
    }
  }

  const isDue = () => Math.abs(now() - lastLook) >= LOOK_MS;

  return {
    isDue,
    async look(authorizedAt) {
      if (!isDue()) return;
      lastLook = now();
      if (authorizedAt === undefined) return;
      const warning = dueWarning(authorizedAt, now());
      if (warning === undefined) return;
      const day = Math.max(0, Math.floor(authorizedAt / DAY_MS));
      if (await isNews(`connection/told/${day}/${warning}`)) {
        tell(describeWarning(warning, authorizedAt), warning);
      }
    },
  };
}
