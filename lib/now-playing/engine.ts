import type { Allowance } from "@/lib/limits/budget";
import type { Gate } from "@/lib/limits/gate";
import type { Store } from "@/lib/store/store";
import { createAttempts } from "./attempts";
import { deferSafely, startNow } from "./defer";
import type { Defer } from "./defer";
import { planNextReading } from "./freshness-plan";
import { createMeter } from "./meter";
import { waitAtMost } from "./patience";
import type { Trouble } from "./publish";
import { createPublisher } from "./publisher";
import type { Publication } from "./publisher";
import { createTurns } from "./read-in-turn";
import { createSnapshot } from "./snapshot";
import { HeldBack, SourceFailure } from "./source";
import type { Source } from "./source";

/** How long a visitor waits for a reading that is due, in ms: with something to show, and without. */
const PATIENCE_MS = { known: 800, unknown: 4_000 };

/** While no call may be made, what other instances know is looked for this often, in ms. */
const LOOK_MS = 5_000;

export interface Engine {
  /** What is playing, asking the source first when that is due and allowed. Never throws. */
  read(defer?: Defer): Promise<Publication>;
  /** Takes over what other instances have stored, for those who want to know how things stand. */
  look(): Promise<void>;
  /** As it was last seen; asks nobody. */
  status(): EngineStatus;
}

/** The engine as its owner sees it. */
export interface EngineStatus {
  /** Epoch ms of the last good reading. */
  readonly lastReadingAt: number | undefined;
  readonly trouble: Trouble | undefined;
  readonly failuresInARow: number;
  readonly allowance: Allowance;
  /** The gate while it is closed. */
  readonly gate: Gate | undefined;
  /** The store failed, and nothing could be written since; memory holds everything. */
  readonly storeFails: boolean;
}

export interface EngineOptions {
  readonly source: Source;
  /** One that answers or fails: see `limitWaits` for one that may do neither. */
  readonly store: Store;
  /** Epoch ms. */
  readonly now?: () => number;
  /** A number in [0, 1). */
  readonly random?: () => number;
  /** A cover's colour if it is known already. */
  readonly knownTint?: (url: string) => string | undefined;
  /** A cover's colour, found by looking at it; never throws. */
  readonly findTint?: (url: string) => Promise<string | undefined>;
  readonly warn?: (message: string) => void;
}

/**
 * One snapshot of what is playing for everybody who asks, and at most one reading under way.
 *
 * The source is asked only when somebody asks us, when the plan says that a newer reading is worth a
 * call, and when gate, budget and backoff allow one.
 */
export function createEngine(options: EngineOptions): Engine {
  const { source, store, now = Date.now, random = Math.random, warn = () => undefined } = options;
  const { knownTint = () => undefined, findTint } = options;

  let storeFails = false;
  function onStoreFailure(error: unknown): void {
    if (!storeFails) warn(`The store failed; going on from memory. ${describeError(error)}`);
    storeFails = true;
  }

  const snapshot = createSnapshot(store, onStoreFailure);
  const attempts = createAttempts(random);
  const publisher = createPublisher();
  const meter = createMeter({ store, limit: source.dailyBudget, now, onStoreFailure });
  const turns = createTurns({
    source,
    store,
    snapshot,
    meter,
    attempts,
    now,
    knownTint,
    findTint,
    onStoreFailure,
    isDue: () => now() >= dueAt(now()),
    onStored: (isStored) => (storeFails = !isStored),
  });

  let isLoaded = false;
  const load = turns.look().finally(() => (isLoaded = true));
  let lookedAt = now();
  let underWay: Promise<void> | undefined;

  /** Why no call may be made at all: the gate is closed, or the budget has none for this. */
  function holdBack(at: number): Trouble | undefined {
    const gate = meter.gate(at);
    if (gate) return { reason: "rate_limited", retryAt: gate.until };
    if (meter.allowance(at).remaining === 0) {
      return { reason: "rate_limited", retryAt: meter.freeAt(at) };
    }
    return dueAt(at) === Infinity ? { reason: "rate_limited" } : undefined;
  }

  /** Epoch ms at which the plan wants a newer reading; Infinity while it wants none. */
  function dueAt(at: number): number {
    const truth = snapshot.at(at);
    // A clock that was set back must not make us wait until the old time comes again.
    if (truth === undefined || truth.asOf > at) return at;
    return planNextReading(truth, meter.allowance(at));
  }

  /** Begins what is worth doing now: a reading, or where none may be made a look at what others know. */
  function begin(at: number, defer: Defer): void {
    if (!holdBack(at) && attempts.mayTry(at)) {
      if (at >= dueAt(at)) underWay = turns.read(defer).catch(noteFailure);
    } else if (Math.abs(at - lookedAt) >= LOOK_MS) {
      lookedAt = at;
      underWay = turns.look();
    }
    if (!underWay) return;
    const work = underWay.finally(() => (underWay = undefined));
    underWay = work;
    deferSafely(defer, () => work);
  }

  async function noteFailure(error: unknown): Promise<void> {
    const trouble = await nameTrouble(error);
    if (attempts.fail(trouble, now()) === 1) warn(describeError(error));
  }

  async function nameTrouble(error: unknown): Promise<Trouble> {
    if (error instanceof HeldBack) return { reason: "rate_limited", retryAt: error.until };
    if (!(error instanceof SourceFailure)) return { reason: "unreachable" };
    const { reason, details } = error;
    if (details.refusal === undefined) return { reason, retryAt: details.retryAt };
    const gate = await meter.refuse(details.refusal);
    return { reason, retryAt: gate.until };
  }

  return {
    async read(defer = startNow) {
      const came = now();
      if (!isLoaded) await waitAtMost(load, PATIENCE_MS.known);
      if (!underWay) begin(now(), defer);
      if (underWay) {
        const patience = snapshot.at(now()) ? PATIENCE_MS.known : PATIENCE_MS.unknown;
        const waited = Math.max(0, now() - came);
        await waitAtMost(underWay, Math.max(0, patience - waited));
      }
      const at = now();
      return publisher.publish(snapshot.at(at), attempts.trouble() ?? holdBack(at), at);
    },
    look: () => turns.look(),
    status() {
      const at = now();
      return {
        lastReadingAt: snapshot.at(at)?.asOf,
        trouble: attempts.trouble() ?? holdBack(at),
        failuresInARow: attempts.failures(),
        allowance: meter.allowance(at),
        gate: meter.gate(at),
        storeFails,
      };
    },
  };
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : "Something that is no error was thrown.";
}
