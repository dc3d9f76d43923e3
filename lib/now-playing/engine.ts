import type { Refusal } from "@/lib/limits/gate";
import { SILENT_LOG } from "@/lib/telling/silent-log";
import type { Log } from "@/lib/telling/events";
import type { Store } from "@/lib/store/store";
import { createAttempts } from "./attempts";
import { createCatchUp } from "./catch-up";
import { chooseTold } from "./choose-told";
import { createCurtain } from "./curtain";
import { deferSafely, startNow } from "./defer";
import type { Defer } from "./defer";
import { createMeter } from "./meter";
import { createMeterWatch } from "./meter-watch";
import { nameTrouble } from "./name-trouble";
import { createOrderBook } from "./order-book";
import { createOwnersHand } from "./owners-hand";
import type { OwnersHand } from "./owners-hand";
import { createOwnersView } from "./owners-view";
import type { OwnersView } from "./owners-view";
import { startWaiting, waitAtMost } from "./patience";
import type { PublishingPolicy } from "./policy";
import type { Trouble } from "./publish";
import { createPublisher } from "./publisher";
import type { Publication } from "./publisher";
import { createTurns } from "./read-in-turn";
import type { Rules } from "./rules";
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

  const catchUp = createCatchUp({ look, orders, patienceMs: PATIENCE_MS.known });
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
  const status = createOwnersView({
    snapshot,
    orders,
    curtain,
    attempts,
    meter,
    storeWatch,
    troubleAt,
    holdBack,
    now,
  });

  function tell(at: number): Publication {
    const { truth, trouble } = chooseTold(snapshot, curtain, troubleAt(at), at);
    const publication = publisher.publish(truth, trouble, at);
    const changesAt = curtain.changesAt(at);
    return changesAt === undefined ? publication : { ...publication, changesAt };
  }

  return {
    async read(defer = startNow) {
      const left = startWaiting(now);
      const catchingUp = catchUp(left);
      if (catchingUp) await catchingUp;
      if (!underWay) begin(now(), defer);
      if (underWay && curtain.mayRead(now())) {
        const isKnown = snapshot.at(now()) !== undefined;
        await waitAtMost(underWay, left(isKnown ? PATIENCE_MS.known : PATIENCE_MS.unknown));
      }
      return tell(now());
    },
    look,
    status,
    ...createOwnersHand({ orders, snapshot, curtain, look, now }),
    wake() {
      attempts.succeed();
      timetable.wake();
    },
    rules: { curtain, meter, catchUp: async () => catchUp(startWaiting(now)) },
    permit: () => meter.permit(),
    async refuse(refusal) {
      await meter.refuse(refusal);
    },
  };
}
