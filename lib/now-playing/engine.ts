import type { Allowance } from "@/lib/limits/budget";
import type { Gate } from "@/lib/limits/gate";
import type { Store } from "@/lib/store/store";
import { createAttempts } from "./attempts";
import { foldReading } from "./fold-reading";
import { planNextReading } from "./freshness-plan";
import { createMeter } from "./meter";
import { waitAtMost } from "./patience";
import { prepareReading } from "./prepare-reading";
import type { Trouble } from "./publish";
import { createPublisher } from "./publisher";
import type { Publication } from "./publisher";
import { createSnapshot, shownItem } from "./snapshot";
import { HeldBack, SourceFailure } from "./source";
import type { Source } from "./source";

/** How long a visitor waits for a reading that is due, in ms: with something to show, and without. */
const PATIENCE_MS = { known: 800, unknown: 4_000 };

/** How long one instance may ask for all, in ms: longer than a token call and an API call can last. */
const TURN_MS = 12_000;

/** How often, in ms, and how many times an instance looks for the reading that another one makes. */
const LOOK_AGAIN_MS = 150;
const MOST_LOOKS = 25;

/** Leaves work for after the answer: serverless freezes a process as soon as it has answered. */
export type Defer = (work: () => Promise<void>) => void;

export interface Engine {
  /** What is playing, asking the source first when that is due and allowed. Never throws. */
  read(defer?: Defer): Promise<Publication>;
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
  /** The store failed when it was last used; memory holds everything. */
  readonly storeFails: boolean;
}

export interface EngineOptions {
  readonly source: Source;
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
  function noteStoreFailure(error: unknown): void {
    if (!storeFails) warn(`The store failed; going on from memory. ${describeError(error)}`);
    storeFails = true;
  }

  const snapshot = createSnapshot(store, noteStoreFailure);
  const attempts = createAttempts(random);
  const publisher = createPublisher();
  const meter = createMeter({
    store,
    limit: source.dailyBudget,
    now,
    onStoreFailure: noteStoreFailure,
  });
  const load = Promise.all([snapshot.adopt(now()), meter.load()]);
  let isLoaded = false;
  void load.then(() => (isLoaded = true));
  let reading: Promise<void> | undefined;

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

  async function readInTurn(defer: Defer): Promise<void> {
    if ((await snapshot.adopt(now())) && dueAt(now()) > now()) return attempts.succeed();
    const turn = await store.lock("now-playing/poll", TURN_MS).catch((error: unknown) => {
      noteStoreFailure(error);
      return "alone" as const;
    });
    if (turn === undefined) return awaitOtherInstance();
    try {
      await meter.load();
      await readOnce(defer);
    } finally {
      if (turn !== "alone") await turn.release().catch(noteStoreFailure);
    }
  }

  async function awaitOtherInstance(): Promise<void> {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      if (await snapshot.adopt(now())) return attempts.succeed();
    }
  }

  async function readOnce(defer: Defer): Promise<void> {
    const before = snapshot.at(now());
    const needsLastHeard = shownItem(before) === undefined;
    const raw = await source.read({ permit: meter.permit, needsLastHeard });
    const truth = foldReading(before, prepareReading(raw, knownTint));
    storeFails = !(await snapshot.replace(truth));
    attempts.succeed();

    const { artSmall, tint } = shownItem(truth) ?? {};
    if (!findTint || !artSmall || tint) return;
    defer(async () => {
      const found = await findTint(artSmall);
      if (found) await snapshot.addTint(artSmall, found);
    });
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
      if (!isLoaded) await waitAtMost(load, PATIENCE_MS.known);
      const at = now();
      const held = holdBack(at);
      if (!reading && !held && at >= dueAt(at) && attempts.mayTry(at)) {
        const current = readInTurn(defer)
          .catch(noteFailure)
          .finally(() => (reading = undefined));
        reading = current;
        defer(() => current);
      }
      if (reading) {
        await waitAtMost(reading, snapshot.at(at) ? PATIENCE_MS.known : PATIENCE_MS.unknown);
      }
      const trouble = attempts.trouble() ?? held;
      return publisher.publish(snapshot.at(now()), trouble, now());
    },
    status: () => ({
      lastReadingAt: snapshot.at(now())?.asOf,
      trouble: attempts.trouble(),
      failuresInARow: attempts.failures(),
      allowance: meter.allowance(now()),
      gate: meter.gate(now()),
      storeFails,
    }),
  };
}

function startNow(work: () => Promise<void>): void {
  void work().catch(() => undefined);
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : "Something that is no error was thrown.";
}
