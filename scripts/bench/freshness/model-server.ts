import { EMPTY_LEDGER, SLICE_MS, readAllowance, remainsAt, spend } from "@/lib/limits/budget";
import type { Allowance, Ledger } from "@/lib/limits/budget";
import { createCurtain } from "@/lib/now-playing/curtain";
import type { Reading, Truth } from "@/lib/now-playing/model";
import type { Trouble } from "@/lib/now-playing/publish";
import { createPublisher } from "@/lib/now-playing/publisher";
import type { Publication } from "@/lib/now-playing/publisher";
import { takeReading } from "@/lib/now-playing/take-reading";

/** When to ask again, as epoch ms; Infinity: not as things stand. */
export type Plan = (truth: Truth, allowance: Allowance) => number;

/** The server without its waiting: plan, budget, folding and publishing are the real ones. */
export interface ModelServer {
  /** Answers a visitor at `now` (epoch ms, never before the last), after a call to the source if one is due. */
  read(now: number): Publication;
  /** Epoch ms of every call. */
  readonly calls: readonly number[];
}

interface ServerOptions {
  readonly plan: Plan;
  /** Most calls in any 24 hours; Infinity for none. */
  readonly limit: number;
  readonly hear: (at: number) => Reading;
}

export function createModelServer({ plan, limit, hear }: ServerOptions): ModelServer {
  const calls: number[] = [];
  const publisher = createPublisher();
  const curtain = createCurtain();
  let truth: Truth | undefined;
  let ledger: Ledger = EMPTY_LEDGER;
  let allowance = readAllowance(ledger, limit, 0);
  let dueAt = -Infinity;
  let trouble: Trouble | undefined;
  let goodUntil = -Infinity;

  /** Everything but the truth that an answer hangs on; it changes with a call, or as slices of the budget leave. */
  function look(now: number): void {
    allowance = readAllowance(ledger, limit, now);
    dueAt = truth === undefined ? -Infinity : plan(truth, allowance);
    trouble = findTrouble(now);
    goodUntil = limit === Infinity ? Infinity : (Math.floor(now / SLICE_MS) + 1) * SLICE_MS;
  }

  function findTrouble(now: number): Trouble | undefined {
    if (allowance.remaining === 0) {
      return { reason: "rate_limited", retryAt: remainsAt(ledger, limit, 1, now) };
    }
    return dueAt === Infinity ? { reason: "rate_limited" } : undefined;
  }

  return {
    calls,
    read(now) {
      if (now >= goodUntil) look(now);
      if (now >= dueAt && allowance.remaining > 0) {
        // Where nobody counts, counting only takes time.
        if (limit < Infinity) ledger = spend(ledger, limit, now) ?? ledger;
        calls.push(now);
        truth = takeReading(truth, hear(now), curtain);
        look(now);
      }
      return publisher.publish(truth, trouble, now);
    },
  };
}
