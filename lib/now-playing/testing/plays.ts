import { createHistory } from "@/lib/now-playing/history";
import { createHistoryTurn } from "@/lib/now-playing/history-turn";
import type { Heard } from "@/lib/now-playing/model";
import type { PublishingPolicy } from "@/lib/now-playing/policy";
import { createRecentPlays } from "@/lib/now-playing/recent-plays";
import { SILENT_LOG } from "@/lib/telling/silent-log";
import { createMemoryStore } from "@/lib/store/memory-store";
import type { Store } from "@/lib/store/store";
import { makeEngine } from "./engine";
import { NOW, makeItem, readNothing } from "./made";

interface PlaysOptions {
  readonly tell?: () => Promise<readonly Heard[] | undefined> | readonly Heard[] | undefined;
  readonly policy?: PublishingPolicy;
  readonly store?: Store;
  readonly dailyBudget?: number;
}

/** What was heard this many ms before `NOW`, each under a title of its own. */
export function heardAgo(...ages: readonly number[]): Heard[] {
  return ages.map((age, index) => ({
    item: makeItem({ key: `k${index}`, title: `Song ${index + 1}`, durationMs: 60_000 }),
    playedAt: NOW - age,
  }));
}

/** Recent plays over a made history, beside an engine of its own; `asked` are the moments of its calls. */
export function makePlays({ tell = () => [], policy, store, dailyBudget }: PlaysOptions = {}) {
  const shared = store ?? createMemoryStore();
  const now = Date.now;
  const asked: number[] = [];
  const warnings: string[] = [];
  const { engine } = makeEngine(() => readNothing(Date.now()), {
    store: shared,
    ...(policy && { policy }),
    ...(dailyBudget !== undefined && { dailyBudget }),
  });
  const history = createHistory({
    async ask(permit) {
      await permit();
      asked.push(now());
      return tell();
    },
    takeTurn: createHistoryTurn({ store: shared, now, onStoreFailure: () => undefined }),
    now,
  });
  const plays = createRecentPlays({
    history,
    rules: engine.rules,
    random: () => 1,
    log: { ...SILENT_LOG, warn: (message) => void warnings.push(message) },
  });
  const titles = async () => (await plays.read()).items.map(({ title }) => title);
  return { engine, plays, titles, asked, warnings };
}
