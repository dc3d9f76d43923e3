import type { Store } from "@/lib/store/store";
import { keepAllowedArt } from "./allowed-art";
import { createCurtain } from "./curtain";
import type { Curtain } from "./curtain";
import type { Item, Truth } from "./model";
import { TRUTH_TTL_MS } from "./publish";
import { eraseTimeline, loadTimeline, saveTimeline } from "./stored";
import { entryAt, extendTimeline } from "./timeline";
import type { Entry, Timeline } from "./timeline";

/** The one truth of a process, kept in the store so that restarts and other instances share it. */
export interface Snapshot {
  /** The newest truth, if it is young enough to be shown. */
  at(now: number): Truth | undefined;
  /** What is told at `now`: the truth as it was known one delay ago. */
  toldAt(now: number): Truth | undefined;
  /** All that may still be told, oldest first. */
  pending(now: number): Timeline;
  /** Epoch ms of the last good reading, here or by another instance; {@link Snapshot.drop} leaves it. */
  lastReadingAt(): number | undefined;
  /** Takes over what another instance, or this one before a restart, knows better. */
  adopt(now: number): Promise<boolean>;
  /**
   * Takes a new truth; answers whether the store could keep it.
   *
   * @param follows the truth that it was made from, if nothing came between
   */
  replace(truth: Truth, follows?: Truth): Promise<boolean>;
  /** Adds a cover's colour once it is found, unless something else is shown by then. */
  addTint(artSmall: string, tint: string, now: number): Promise<void>;
  /** Stores again what is held; answers whether the store could keep it. */
  keep(): Promise<boolean>;
  /** Forgets the music, in the store too. Never rejects. */
  drop(): Promise<void>;
  /** Forgets the music, and when it was read. Never rejects. */
  forget(): Promise<void>;
}

/** @param onStoreFailure told when the store fails; the snapshot goes on from memory */
export function createSnapshot(
  store: Store,
  onStoreFailure: (error: unknown) => void,
  { delayMs, floor, censor }: Pick<Curtain, "delayMs" | "floor" | "censor"> = createCurtain(),
  isAllowedArt: (url: string) => boolean = () => true,
): Snapshot {
  let timeline: Timeline = [];
  /** What was to be forgotten when the newest truth was taken: it is younger than that. */
  let takenAbove = -Infinity;
  let lastReadingAt: number | undefined;
  let lastSave: Promise<unknown> = Promise.resolve();

  /** What is held, once everything is gone that was to be forgotten meanwhile. */
  function held(now: number): Timeline {
    const forgotten = floor(now);
    if (forgotten > takenAbove) timeline = timeline.filter(({ asOf }) => asOf > forgotten);
    return timeline;
  }

  function take(next: Timeline, now: number): void {
    timeline = next;
    takenAbove = floor(now);
    lastReadingAt = next.at(-1)?.asOf;
  }

  async function adopt(now: number): Promise<boolean> {
    const loaded = await loadTimeline(store).catch(onStoreFailure);
    const kept = loaded?.filter(({ asOf }) => asOf > floor(now)) ?? [];
    const [stored, truth] = [kept.at(-1), held(now).at(-1)];
    // A truth from the future is of a clock that has been set back since: it would never age.
    if (!stored || stored.asOf > now) return false;
    if (truth && truth.asOf <= now && !isBetter(stored, truth)) return false;
    take(
      kept.map((entry) => keepAllowedArt(censor(entry), isAllowedArt)),
      now,
    );
    return true;
  }

  async function save(): Promise<boolean> {
    const [...past] = timeline;
    const latest = past.pop();
    if (!latest) return true;
    try {
      const saving = saveTimeline(store, [latest, ...past], delayMs);
      lastSave = saving.catch(() => undefined);
      await saving;
      return true;
    } catch (error) {
      onStoreFailure(error);
      return false;
    }
  }

  async function drop(): Promise<void> {
    timeline = [];
    // A write that is under way would bring it back.
    await lastSave;
    await eraseTimeline(store).catch(onStoreFailure);
  }

  return {
    at: (now) => young(held(now).at(-1), now),
    toldAt(now) {
      const entries = held(now);
      const at = now - delayMs;
      return young(delayMs === 0 ? entries.at(-1) : entryAt(entries, at), at);
    },
    pending: held,
    lastReadingAt: () => lastReadingAt,
    adopt,
    async replace(truth, follows) {
      take(extendTimeline(held(truth.asOf), truth, follows, delayMs), truth.asOf);
      return save();
    },
    async addTint(artSmall, tint, now) {
      // What another instance has read since must not be written over.
      await adopt(now);
      const tinted = held(now).map((entry) => addTint(entry, artSmall, tint));
      if (tinted.every((entry, index) => entry === timeline[index])) return;
      timeline = tinted;
      await save();
    },
    keep: save,
    drop,
    forget() {
      lastReadingAt = undefined;
      return drop();
    },
  };
}

function young(entry: Entry | undefined, at: number): Entry | undefined {
  return entry && at - entry.asOf < TRUTH_TTL_MS ? entry : undefined;
}

/** Newer, or the same with the colour that another instance has found meanwhile. */
function isBetter(stored: Truth, held: Truth): boolean {
  if (stored.asOf !== held.asOf) return stored.asOf > held.asOf;
  const [theirs, ours] = [shownItem(stored), shownItem(held)];
  return theirs?.tint !== undefined && ours?.tint === undefined && theirs.key === ours?.key;
}

/** The item that visitors see now: what plays, or else what was heard last. */
export function shownItem(truth: Truth | undefined): Item | undefined {
  if (truth === undefined) return undefined;
  return truth.current.state === "nothing" ? truth.lastHeard?.item : truth.current.item;
}

/** The same truth, with the colour where it shows this cover and has none. */
function addTint<T extends Truth>(truth: T, artSmall: string, tint: string): T {
  const shown = shownItem(truth);
  if (!shown || shown.artSmall !== artSmall || shown.tint !== undefined) return truth;
  const item = { ...shown, tint };
  const { current, lastHeard } = truth;
  return current.state === "nothing"
    ? { ...truth, lastHeard: lastHeard && { ...lastHeard, item } }
    : { ...truth, current: { ...current, item } };
}
