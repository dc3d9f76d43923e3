import { planNextReading } from "./freshness-plan";
import type { Meter } from "./meter";
import type { Trouble } from "./publish";
import type { Snapshot } from "./snapshot";

/** When the next reading is due, and why none may be made. */
export interface Timetable {
  /** Epoch ms at which a newer reading is wanted; Infinity while none is. */
  dueAt(at: number): number;
  /** Why no call may be made at all: the gate is closed, or the budget has none for this. */
  holdBack(at: number): Trouble | undefined;
  /** Has a reading due at once, whatever the plan says, until one is begun. */
  wake(): void;
  isWoken(): boolean;
  /** Notes that a reading is begun. */
  begin(): void;
}

export function createTimetable(
  snapshot: Pick<Snapshot, "at">,
  meter: Pick<Meter, "gate" | "allowance" | "freeAt">,
): Timetable {
  let isWoken = false;

  function dueAt(at: number): number {
    if (isWoken) return at;
    const truth = snapshot.at(at);
    // A clock that was set back must not make us wait until the old time comes again.
    if (truth === undefined || truth.asOf > at) return at;
    return planNextReading(truth, meter.allowance(at));
  }

  return {
    dueAt,
    holdBack(at) {
      const gate = meter.gate(at);
      if (gate) return { reason: "rate_limited", retryAt: gate.until };
      if (meter.allowance(at).remaining === 0) {
        return { reason: "rate_limited", retryAt: meter.freeAt(at) };
      }
      return dueAt(at) === Infinity ? { reason: "rate_limited" } : undefined;
    },
    wake: () => void (isWoken = true),
    isWoken: () => isWoken,
    begin: () => void (isWoken = false),
  };
}
