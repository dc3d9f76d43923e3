import { createEngine } from "@/lib/now-playing/engine";
import type { Engine, EngineOptions } from "@/lib/now-playing/engine";
import type { Reading } from "@/lib/now-playing/model";
import type { ReadingRequest } from "@/lib/now-playing/source";
import { limitWaits } from "@/lib/store/limit-waits";
import { createMemoryStore } from "@/lib/store/memory-store";
import { makeSource, readPlaying } from "./made";
import type { MadeSource } from "./made";

/** An answer that comes after this many ms. */
export function after<T>(ms: number, answer: () => T): () => Promise<T> {
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return answer();
  };
}

/** A source that plays the first song since `startedAt`, by the clock of the test. */
export function playSince(startedAt: number): () => Reading {
  return () => readPlaying({ at: Date.now(), progressMs: Date.now() - startedAt });
}

/** An engine over a made source and a store that makes nobody wait. */
export function makeEngine(
  answer: (request: ReadingRequest) => Promise<Reading> | Reading,
  options: Partial<EngineOptions> & { readonly dailyBudget?: number } = {},
): { engine: Engine; source: MadeSource } {
  const { dailyBudget = 700, store = createMemoryStore(), ...rest } = options;
  const source = makeSource(answer, dailyBudget);
  const limited = limitWaits(store, rest.now ?? Date.now);
  const engine = createEngine({ source, store: limited, random: () => 1, ...rest });
  return { engine, source };
}
