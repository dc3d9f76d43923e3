import { SpotifyError } from "@/lib/spotify/errors";
import type { Lock, Store } from "@/lib/store/store";
import { say } from "@/lib/telling/say";

/** Longer than the token endpoint may take to answer, in ms. */
const TURN_MS = 10_000;
const LOOK_AGAIN_MS = 150;

/** Who waits this long (ms) outlives the turn of a process that died in it. */
const LONGEST_WAIT_MS = TURN_MS + LOOK_AGAIN_MS;

/** A store that is away may be back this soon, in ms: others of its instances wait as well. */
const AWAY_MS = 5_000;

/** The right to ask for a token. */
export interface Turn {
  /** Holds on for another 10 s; false when it took too long and another instance may be asking. */
  renew(): Promise<boolean>;
}

interface TurnTaker<T> {
  /** Looks whether the work has been done already, by this instance or another. */
  readonly look: () => Promise<T | undefined>;
  readonly work: (turn: Turn) => Promise<T>;
  /** Whether the work cannot wait, so that it is done without a turn while the store stays away. */
  readonly isUrgent: () => boolean;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * Lets one instance work at a time, and the others wait for its result: with strict rotation, two
 * that ask with the same refresh token end the authorization. Nobody ever works without the turn,
 * unless the store is away and the work cannot wait; then each instance is on its own.
 *
 * @throws {SpotifyError} `timeout` when another instance keeps the turn for over 10 s, or the store is away
 * and the work can wait
 */
export async function doInTurn<T>(store: Store, taker: TurnTaker<T>): Promise<T> {
  const { look, work, sleep, isUrgent } = taker;
  for (let waited = 0; waited <= LONGEST_WAIT_MS; waited += LOOK_AGAIN_MS) {
    const done = await look();
    if (done !== undefined) return done;
    const lock = await store.lock("connection/refresh", TURN_MS).catch(() => "away" as const);
    if (lock === "away") {
      if (!isUrgent()) throw lostTurn();
      if (isOnlyOurs(store) || waited >= AWAY_MS)
        return work({ renew: () => Promise.resolve(true) });
    }
    if (lock && lock !== "away") return workUnder(lock, taker);
    await sleep(LOOK_AGAIN_MS);
  }
  throw lostTurn();
}

/** Whether no other machine can be working: then there is nobody to wait for. */
function isOnlyOurs({ kind }: Store): boolean {
  return kind !== "redis";
}

async function workUnder<T>(lock: Lock, { look, work }: TurnTaker<T>): Promise<T> {
  try {
    // The one before us may have finished between our look and our turn.
    return (await look()) ?? (await work({ renew: () => lock.renew(TURN_MS).catch(() => true) }));
  } finally {
    await lock.release().catch(() => undefined);
  }
}

export function lostTurn(): SpotifyError {
  const message = say`Another instance may be renewing the access token; it will be asked for again.`;
  return new SpotifyError("timeout", message);
}
