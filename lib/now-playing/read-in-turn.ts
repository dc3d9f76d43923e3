import { say } from "@/lib/telling/say";
import { ExplainedError } from "@/lib/telling/explained-error";
import type { Store } from "@/lib/store/store";
import { within } from "@/lib/store/within";
import type { Attempts } from "./attempts";
import type { Curtain } from "./curtain";
import type { Defer } from "./defer";
import { deferSafely } from "./defer";
import { lastHeardAt } from "./fold-reading";
import type { Meter } from "./meter";
import type { Reading, Truth } from "./model";
import type { OrderBook } from "./order-book";
import { prepareReading } from "./prepare-reading";
import { shownItem } from "./snapshot";
import type { Snapshot } from "./snapshot";
import { HeldBack } from "./source";
import type { Source } from "./source";
import { takeReading } from "./take-reading";

/** How long one instance may ask for all, in ms: longer than a token call and an API call can last. */
const TURN_MS = 12_000;

/** A source that has not answered after this long (ms), whatever it is doing, has failed. */
const LONGEST_READING_MS = 20_000;

/** How often, in ms, and how many times an instance looks for the reading that another one makes. */
const LOOK_AGAIN_MS = 150;
const MOST_LOOKS = 25;

interface TurnOptions {
  readonly source: Source;
  readonly store: Store;
  readonly snapshot: Snapshot;
  readonly meter: Meter;
  readonly attempts: Attempts;
  readonly curtain: Curtain;
  readonly orders: OrderBook;
  readonly now: () => number;
  /** Whether the plan wants a newer reading. */
  readonly isDue: () => boolean;
  /** Told when the source is asked. */
  readonly onBegun: () => void;
  readonly knownTint: (url: string) => string | undefined;
  readonly findTint: ((url: string) => Promise<string | undefined>) | undefined;
  readonly onStoreFailure: (error: unknown) => void;
  readonly onStored: (isStored: boolean) => void;
}

/** Readings of instances that share a store: one of them asks the source, the others take over its truth. */
export interface Turns {
  /** Reads the source, unless another instance does or just did. @throws what the source threw */
  read(defer: Defer): Promise<void>;
  /** Takes over what other instances know, without a call. */
  look(): Promise<void>;
}

export function createTurns(options: TurnOptions): Turns {
  const { source, store, snapshot, meter, attempts, curtain, orders, now } = options;
  const { isDue, findTint } = options;

  async function adopt(): Promise<boolean> {
    const isNewer = await snapshot.adopt(now());
    if (isNewer) attempts.succeed();
    return isNewer;
  }

  async function look(): Promise<void> {
    await Promise.all([adopt(), meter.load()]);
  }

  async function takeTurn() {
    try {
      return await store.lock("now-playing/poll", TURN_MS);
    } catch (error) {
      options.onStoreFailure(error);
      return "alone";
    }
  }

  async function awaitOtherInstance(): Promise<void> {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      if (await adopt()) return;
    }
  }

  async function permit(): Promise<void> {
    if (!curtain.mayRead(now())) throw new HeldBack("curtain", Infinity);
    await meter.permit();
  }

  async function refuse(refusal: Parameters<Meter["refuse"]>[0]): Promise<void> {
    await meter.refuse(refusal);
  }

  /** What was true before, as it stands now. */
  function settled(at: number): Truth | undefined {
    const known = snapshot.at(at);
    return known && curtain.settle(known, at);
  }

  async function ask(): Promise<Reading> {
    const needsLastHeard = lastHeardAt(settled(now()), now()) === undefined;
    options.onBegun();
    const { mayTell } = curtain;
    const forgottenUpTo = curtain.floor(now());
    const request = { permit, refuse, needsLastHeard, forgottenUpTo, mayTell };
    const reading = source.read(request);
    return within(reading, LONGEST_READING_MS, giveUp);
  }

  /** Whether the owner, or the hour, has overruled a reading while it was under way. */
  async function isOverruled(begunAt: number, forgottenThen: number): Promise<boolean> {
    // Another instance may have been ordered to forget what this reading is about to tell.
    if (store.shared) await orders.look();
    const forgotten = curtain.floor(now());
    return !curtain.mayRead(now()) || (forgotten > forgottenThen && begunAt <= forgotten);
  }

  async function readOnce(defer: Defer): Promise<void> {
    const begunAt = now();
    const forgotten = curtain.floor(begunAt);
    const raw = await ask();
    if (await isOverruled(begunAt, forgotten)) return attempts.succeed();
    // Looked up now, not before: a colour may have joined it meanwhile.
    const before = settled(now());
    const reading = prepareReading(raw, options.knownTint, curtain.mayTell);
    const truth = takeReading(before, reading, curtain);
    options.onStored(await snapshot.replace(truth, before));
    attempts.succeed();

    const { artSmall, tint } = shownItem(truth) ?? {};
    if (!findTint || !artSmall || tint) return;
    deferSafely(defer, async () => {
      const found = await findTint(artSmall);
      if (found) await snapshot.addTint(artSmall, found, now());
    });
  }

  return {
    look,
    async read(defer) {
      if ((await adopt()) && !isDue()) return;
      const turn = await takeTurn();
      if (turn === undefined) return awaitOtherInstance();
      try {
        // Another instance may have ended its turn since we looked.
        await look();
        if (isDue()) await readOnce(defer);
      } finally {
        if (turn !== "alone") await turn.release().catch(options.onStoreFailure);
      }
    },
  };
}

function giveUp(): Error {
  return new ExplainedError(say`The source did not answer within ${LONGEST_READING_MS / 1_000} s.`);
}
