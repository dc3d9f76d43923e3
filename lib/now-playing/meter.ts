import {
  EMPTY_LEDGER,
  SLICE_MS,
  mergeLedgers,
  readAllowance,
  readSpending,
  remainsAt,
  spend,
} from "@/lib/limits/budget";
import type { Allowance, Ledger, Spending } from "@/lib/limits/budget";
import { closeGate, isClosed } from "@/lib/limits/gate";
import type { Gate, Refusal } from "@/lib/limits/gate";
import { say } from "@/lib/telling/say";
import { ExplainedError } from "@/lib/telling/explained-error";
import type { Store } from "@/lib/store/store";
import { HeldBack } from "./source";
import { loadMeter, saveMeter } from "./stored";

/** Instances that write the meter at the same moment try again this often. */
const MOST_TRIES = 20;

/** Counts calls before they are made, and keeps them back while a host wants to be left alone. */
export interface Meter {
  /** Counts one call. @throws {HeldBack} where none may be made */
  permit(): Promise<void>;
  /** Closes the gate after a 429. */
  refuse(refusal: Refusal): Promise<Gate>;
  /** Takes over what other instances have counted. */
  load(): Promise<void>;
  allowance(now: number): Allowance;
  /** The calls of the last 24 hours, by slices of time. */
  spending(now: number): Spending;
  /** Epoch ms from which a call remains in the budget. */
  freeAt(now: number): number;
  /** The closed gate, if it is closed. */
  gate(now: number): Gate | undefined;
}

interface MeterOptions {
  readonly store: Store;
  /** Most calls in any 24 hours. */
  readonly limit: number;
  readonly now: () => number;
  /** Told when the store fails; the meter goes on from memory. */
  readonly onStoreFailure: (error: unknown) => void;
  /** Told what is left after each new count, and of the gate while it is closed. */
  readonly onCounted?: (allowance: Allowance, gate: Gate | undefined) => void;
}

/** An allowance, and what it was counted from. */
interface Counted {
  readonly ledger: Ledger;
  readonly slice: number;
  readonly allowance: Allowance;
}

interface Count {
  readonly ledger: Ledger;
  readonly gate?: Gate | undefined;
}

/**
 * One meter for every instance that shares the store. A change is made on the newest stored count
 * and written only over the version it was made from, so no call is lost; without the store, memory
 * holds the ceiling for this process.
 */
export function createMeter(options: MeterOptions): Meter {
  const { store, limit, now, onStoreFailure } = options;
  let count: Count = { ledger: EMPTY_LEDGER };
  let lastChange: Promise<unknown> = Promise.resolve();
  let counted: Counted | undefined;

  async function readStored(): Promise<string | null> {
    const { record, version } = await loadMeter(store);
    if (record) count = merge(count, record, now());
    return version;
  }

  /** Applies a change to the newest count and keeps it. */
  async function change(apply: (current: Count) => Count): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const version = await readStored();
      const next = apply(count);
      const { gate } = next;
      if (await saveMeter(store, { ledger: toPairs(next.ledger), gate }, version)) {
        count = next;
        return;
      }
    }
    throw new ExplainedError(
      say`The meter could not be written: too many instances wrote it at once.`,
    );
  }

  /** One change after the other: two that began on the same count would lose one. */
  function changeInTurn(apply: (current: Count) => Count): Promise<void> {
    const turn = lastChange.then(() => changeEvenAlone(apply)).finally(tell);
    lastChange = turn.catch(() => undefined);
    return turn;
  }

  function tell(): void {
    options.onCounted?.(readCounted(now()), closedGate(now()));
  }

  const closedGate = (at: number) => (isClosed(count.gate, at) ? count.gate : undefined);

  async function changeEvenAlone(apply: (current: Count) => Count): Promise<void> {
    try {
      await change(apply);
    } catch (error) {
      if (error instanceof HeldBack) throw error;
      onStoreFailure(error);
      count = apply(count);
    }
  }

  /** Counted anew with each change, and with each slice of time; every visitor asks for it. */
  function readCounted(at: number): Allowance {
    const { ledger } = count;
    const slice = Math.floor(at / SLICE_MS);
    if (counted?.ledger !== ledger || counted.slice !== slice) {
      counted = { ledger, slice, allowance: readAllowance(ledger, limit, at) };
    }
    return counted.allowance;
  }

  return {
    async permit() {
      await changeInTurn((current) => {
        const at = now();
        if (isClosed(current.gate, at)) throw new HeldBack("gate", current.gate.until);
        const ledger = spend(current.ledger, limit, at);
        if (!ledger) throw new HeldBack("budget", remainsAt(current.ledger, limit, 1, at));
        return { ...current, ledger };
      });
    },
    async refuse(refusal) {
      await changeInTurn((current) => ({
        ...current,
        gate: closeGate(current.gate, refusal, now()),
      }));
      return count.gate ?? closeGate(undefined, refusal, now());
    },
    async load() {
      await readStored().catch(onStoreFailure);
      tell();
    },
    allowance: readCounted,
    spending: (at) => readSpending(count.ledger, at),
    freeAt: (at) => remainsAt(count.ledger, limit, 1, at),
    gate: closedGate,
  };
}

function merge(mine: Count, stored: Count, at: number): Count {
  // Not simply the later one: it may come from a clock that was wrong, and hold nobody.
  const closed = [mine.gate, stored.gate].filter((gate) => isClosed(gate, at));
  const [latest] = closed.toSorted((a, b) => b.until - a.until);
  return {
    ledger: mergeLedgers(mine.ledger, stored.ledger),
    gate: latest ?? stored.gate ?? mine.gate,
  };
}

function toPairs(ledger: Ledger): [number, number][] {
  return ledger.map(([slice, calls]) => [slice, calls]);
}
