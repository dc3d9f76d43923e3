import type { Allowance, Spending } from "@/lib/limits/budget";
import type { Gate, Refusal } from "@/lib/limits/gate";
import { SILENT_LOG } from "@/lib/telling/silent-log";
import type { Log } from "@/lib/telling/events";
import type { Store } from "@/lib/store/store";
import { createAttempts } from "./attempts";
import { chooseTold } from "./choose-told";
import { createCurtain } from "./curtain";
import type { Curtain } from "./curtain";
import { deferSafely, startNow } from "./defer";
import type { Defer } from "./defer";
import { createMeter } from "./meter";
import type { Meter } from "./meter";
import { createMeterWatch } from "./meter-watch";
import { nameTrouble } from "./name-trouble";
import { createOrderBook } from "./order-book";
import { forgottenByOrder, hiddenUntil } from "./orders";
import { createOwnersHand } from "./owners-hand";
import type { OwnersHand } from "./owners-hand";
import { waitAtMost } from "./patience";
import type { PublishingPolicy } from "./policy";
import type { Trouble } from "./publish";
import { createPublisher } from "./publisher";
import type { Publication } from "./publisher";
import { createTurns } from "./read-in-turn";
import { createSnapshot } from "./snapshot";
import { HeldBack } from "./source";
import type { Source } from "./source";
import { createStoreWatch } from "./store-watch";
import { createTimetable } from "./timetable";
import { tellAttempts } from "./told-attempts";

/** How long a visitor waits for a reading that is due, in ms: with something to show, and without. */
const PATIENCE_MS = { known: 800, unknown: 4_000 };

/** While no call may be made, what other instances know is looked for this often, in ms. */
const LOOK_MS = 5_000;

/** What every call has to keep to, and everything that is told. */
export interface Rules {
  readonly curtain: Curtain;
  readonly meter: Meter;
  /** Takes over what other instances were ordered and have counted, as far as that is due. Never rejects. */
  catchUp(): Promise<void>;
}

export interface Engine extends OwnersHand {
  /** What is playing, asking the source first when that is due and allowed. Never throws. */
  read(defer?: Defer): Promise<Publication>;
  /** Takes over what other instances have stored, for those who want to know how things stand. */
  look(): Promise<void>;
  /** As it was last seen; asks nobody. */
  status(): OwnersView;
  /** Forgets failures, and has the next request read at once: after a sign-in. */
  wake(): void;
  /** For what asks and tells beside the engine. */
  readonly rules: Rules;
  /** Counts one call made beside the readings. @throws {HeldBack} where none may be made */
  permit(): Promise<void>;
  /** Closes the gate after a 429 to such a call. */
  refuse(refusal: Refusal): Promise<void>;
}

/** The engine as its owner sees it. */
export interface EngineStatus {
  /** Epoch ms of the last good reading of whoever is connected; hiding does not forget it. */
  readonly lastReadingAt: number | undefined;
  /** Without a failed reading while none may be made: by then it may long be over. */
  readonly trouble: Trouble | undefined;
  readonly failuresInARow: number;
  readonly allowance: Allowance;
  /** The gate while it is closed. */
  readonly gate: Gate | undefined;
  /** The store failed, and nothing could be written since; memory holds everything. */
  readonly storeFails: boolean;
}

/** What only the owner is told. */
export interface OwnersView extends EngineStatus {
  /** Epoch ms until which everything is hidden, by the owner's order. */
  readonly hiddenUntil: number | undefined;
  /** The calls of the last 24 hours, by slices of time. */
  readonly spending: Spending;
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
  /** Whether a cover may be shown: of the truth that is read from the store, which others may have written. */
  readonly isAllowedArt?: (url: string) => boolean;
  readonly log?: Log;
  /** Everything is told at once unless it says otherwise; nothing while `checkPolicy` finds problems in it. */
  readonly policy?: PublishingPolicy;
}

/**
 * One snapshot of what is playing for everybody who asks, and at most one reading under way.
 *
 * The source is asked only when somebody asks us, when the plan says that a newer reading is worth a
 * call, and when gate, budget and backoff allow one.
 */
export function createEngine(options: EngineOptions): Engine {
  const { source, store, now = Date.now, random = Math.random, log = SILENT_LOG } = options;
  const { knownTint = () => undefined, findTint, policy = {} } = options;

  const storeWatch = createStoreWatch(log);
  const { onFailure: onStoreFailure, onStored } = storeWatch;
  const orders = createOrderBook({ store, now, onStoreFailure });
  const curtain = createCurtain({ policy, orders: orders.current });
  const snapshot = createSnapshot(store, onStoreFailure, curtain, options.isAllowedArt);
  const attempts = createAttempts(random);
  const told = tellAttempts(attempts, log);
  const publisher = createPublisher(curtain.delayMs);
  const meter = createMeter({
    store,
    limit: source.dailyBudget,
    now,
    onStoreFailure,
    onCounted: createMeterWatch(log),
  });
  const timetable = createTimetable(snapshot, meter);
  const { dueAt, holdBack } = timetable;
  const turns = createTurns({
    source,
    store,
    snapshot,
    meter,
    attempts: told.attempts,
    curtain,
    orders,
    now,
    knownTint,
    findTint,
    onStoreFailure,
    isDue: () => curtain.mayRead(now()) && now() >= dueAt(now()),
    onBegun: timetable.begin,
    onStored,
  });

  let isLoaded = false;
  const load = look().finally(() => (isLoaded = true));
  let lookedAt = now();
  let underWay: Promise<void> | undefined;

  function look(): Promise<void> {
    return storeWatch.look(() => Promise.all([orders.look(), turns.look()]), snapshot.keep);
  }

  /** Begins what is worth doing now: a reading, or where none may be made a look at what others know. */
  function begin(at: number, defer: Defer): void {
    if (!curtain.mayRead(at)) return;
    if (!holdBack(at) && (timetable.isWoken() || attempts.mayTry(at))) {
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
    // The owner, or the hour, overruled the reading: that is no trouble.
    if (error instanceof HeldBack && error.by === "curtain") return;
    const trouble = await nameTrouble(error, meter);
    told.fail(error, trouble, now());
    // Nobody is connected: what is known is nobody's any more.
    if (trouble.reason === "not_connected") await snapshot.forget();
  }

  const troubleAt = (at: number): Trouble | undefined => attempts.trouble() ?? holdBack(at);

  function lastReadingAt(at: number): number | undefined {
    const readAt = snapshot.lastReadingAt() ?? -Infinity;
    // Another instance may have been ordered to forget.
    return readAt > forgottenByOrder(orders.current(), at) ? readAt : undefined;
  }

  function tell(at: number): Publication {
    const { truth, trouble } = chooseTold(snapshot, curtain, troubleAt(at), at);
    const publication = publisher.publish(truth, trouble, at);
    const changesAt = curtain.changesAt(at);
    return changesAt === undefined ? publication : { ...publication, changesAt };
  }

  /** What has to be known before anything is told; undefined where nothing has to be waited for. */
  function beginToCatchUp(left: (patience: number) => number): Promise<void> | undefined {
    if (isLoaded) return lookAtOrders(left);
    return waitAtMost(load, left(PATIENCE_MS.known)).then(() => lookAtOrders(left));
  }

  function lookAtOrders(left: (patience: number) => number): Promise<void> | undefined {
    const ordersRead = orders.lookIfDue();
    return ordersRead && waitAtMost(ordersRead, left(PATIENCE_MS.known));
  }

  /** What is left of a visitor's patience, in ms, from now on. */
  function startWaiting(): (patience: number) => number {
    const came = now();
    return (patience) => Math.max(0, patience - Math.max(0, now() - came));
  }

  return {
    async read(defer = startNow) {
      const left = startWaiting();
      const catchingUp = beginToCatchUp(left);
      if (catchingUp) await catchingUp;
      if (!underWay) begin(now(), defer);
      if (underWay && curtain.mayRead(now())) {
        const isKnown = snapshot.at(now()) !== undefined;
        await waitAtMost(underWay, left(isKnown ? PATIENCE_MS.known : PATIENCE_MS.unknown));
      }
      return tell(now());
    },
    look,
    status() {
      const at = now();
      return {
        lastReadingAt: lastReadingAt(at),
        trouble: curtain.mayRead(at) ? troubleAt(at) : holdBack(at),
        failuresInARow: attempts.failures(),
        allowance: meter.allowance(at),
        gate: meter.gate(at),
        storeFails: storeWatch.fails(),
        hiddenUntil: hiddenUntil(orders.current(), at),
        spending: meter.spending(at),
      };
    },
    ...createOwnersHand({ orders, snapshot, curtain, look, now }),
    wake() {
      attempts.succeed();
      timetable.wake();
    },
    rules: { curtain, meter, catchUp: async () => beginToCatchUp(startWaiting()) },
    permit: () => meter.permit(),
    async refuse(refusal) {
      await meter.refuse(refusal);
    },
  };
}
