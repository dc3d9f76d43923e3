import { z } from "zod";
import { say } from "@/lib/telling/say";
import { explain } from "@/lib/telling/explained-error";
import type { Tell } from "@/lib/telling/events";
import { parseJson } from "@/lib/store/parse-json";
import type { Store } from "@/lib/store/store";
import type { Alert } from "./alerts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY_MS = 24 * HOUR;

/** How often the clock is looked at, in ms, however many requests come. */
const LOOK_MS = MINUTE;

/** A receiver that failed is tried again after so long, in ms; then it is given up. */
const PAUSES_MS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * 60 * MINUTE, 12 * 60 * MINUTE];

/** In a store that forgets a warning is news this long, in ms: a daily look comes an hour late at times. */
const NEWS_MS = 26 * HOUR;

/** Longer than a sign-in lives. */
const KEPT_MS = 200 * DAY_MS;

const record = z.object({
  posts: z.number(),
  /** Epoch ms before which it is not posted again. */
  postAt: z.number(),
  isDone: z.boolean(),
});
type Told = z.infer<typeof record>;

/** Tells the owner what he has to see to: each thing once, by log and webhook. */
export interface Watch {
  /** Whether it is time to look again: cheap enough to ask with every request. */
  isDue(): boolean;
  /**
   * Never throws.
   *
   * @param passed keys of what holds no longer, and is told again when it comes again
   */
  look(alert: Alert | undefined, passed: readonly string[]): Promise<void>;
}

interface WatchOptions {
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  /** Writes to the log. */
  readonly tell: Tell;
  /** Posts to the webhook, where there is one; throws where that failed. */
  readonly post?: ((alert: Alert) => Promise<void>) | undefined;
}

/** What was told is kept in the store, so restarts and instances tell it once. */
export function createWatch({ store, now, tell, post }: WatchOptions): Watch {
  let lastLook = -Infinity;
  /** Of a store that is away, or forgets. */
  const memory = new Map<string, Told>();
  /** What was seen to have passed since this process began. */
  const forgotten = new Set<string>();

  const isDue = () => Math.abs(now() - lastLook) >= LOOK_MS;

  /** Takes the next step in telling it: the instance whose write counts goes on, the others do not. */
  async function take(key: string): Promise<Told | undefined> {
    const entry = await store.get(key).catch(() => undefined);
    const told = furtherOf(parseJson(record, entry?.value), memory.get(key));
    if (told && (told.isDone || now() < told.postAt)) return undefined;
    const posts = (told?.posts ?? 0) + 1;
    const pause = PAUSES_MS[posts - 1] ?? 0;
    const next = { posts, postAt: now() + pause, isDone: posts > PAUSES_MS.length };
    memory.set(key, next);
    const options = { expectedVersion: entry?.version ?? null, ttlMs: KEPT_MS };
    const version = await store.set(key, JSON.stringify(next), options).catch(() => "away");
    return version === undefined ? undefined : next;
  }

  async function finish(key: string, told: Told): Promise<void> {
    const done = { ...told, isDone: true };
    memory.set(key, done);
    await store.set(key, JSON.stringify(done), { ttlMs: KEPT_MS }).catch(() => undefined);
  }

  async function wasTold(key: string): Promise<boolean> {
    const stored = await store.get(keyOf(key)).catch(() => undefined);
    return stored !== undefined || memory.has(keyOf(key));
  }

  function describeFacts({ event: about, endsAt }: Alert) {
    const daysLeft = endsAt === undefined ? undefined : Math.ceil((endsAt - now()) / DAY_MS);
    return { about, daysLeft: daysLeft && Math.max(0, daysLeft) };
  }

  async function tellOf(alert: Alert): Promise<void> {
    const key = keyOf(alert.key);
    if (alert.saidBy !== undefined && (await wasTold(alert.saidBy))) return;
    const told = await take(key);
    if (told === undefined) return;
    forgotten.delete(alert.key);
    if (told.posts === 1) tell(alert.message, "warning_told", describeFacts(alert));
    try {
      await post?.(alert);
      await finish(key, told);
    } catch (error) {
      const isGivenUp = told.isDone;
      const end = isGivenUp ? say`It is not tried again.` : say`It is tried again.`;
      const message = say`The warning could not be posted. ${explain(error)} ${end}`;
      tell(message, "webhook_failed", { posts: told.posts, isGivenUp });
    }
  }

  async function forget(key: string): Promise<void> {
    if (forgotten.has(key)) return;
    forgotten.add(key);
    memory.delete(keyOf(key));
    await store.delete(keyOf(key)).catch(() => void forgotten.delete(key));
  }

  return {
    isDue,
    async look(alert, passed) {
      if (!isDue()) return;
      lastLook = now();
      for (const key of passed) await forget(key);
      if (alert === undefined) return;
      const isOld = alert.since !== undefined && now() - alert.since >= NEWS_MS;
      if (store.durable || !isOld) await tellOf(alert);
    },
  };
}

function keyOf(key: string): string {
  return `owner/told/${key}`;
}

/** Memory and store may differ, where one of them could not be written. */
function furtherOf(a: Told | undefined, b: Told | undefined): Told | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.isDone !== b.isDone) return a.isDone ? a : b;
  return a.posts >= b.posts ? a : b;
}
