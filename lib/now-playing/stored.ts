import { z } from "zod";
import { parseJson } from "@/lib/store/parse-json";
import type { Store } from "@/lib/store/store";
import { lastHeardAt } from "./fold-reading";
import { TRUTH_TTL_MS } from "./publish";
import type { Entry, Timeline } from "./timeline";
import { RECENT_MS } from "./wire";

const count = z.int().nonnegative();
const moment = z.int().nonnegative();
const line = z.string().min(1).max(500);
const address = z.string().regex(/^https?:\/\/[\x21-\x7e]+$/);
// What is stored may have been edited: visitors are led to Spotify, and nowhere else.
const page = z.string().regex(/^https:\/\/open\.spotify\.com\/[\x21-\x7e]*$/);
const colour = z.string().regex(/^#[0-9a-f]{6}$/);

const item = z.object({
  key: z.string(),
  kind: z.enum(["track", "episode", "local"]),
  title: line,
  artists: z.array(line),
  album: line.optional(),
  show: line.optional(),
  url: page.optional(),
  art: address.optional(),
  artSmall: address.optional(),
  tint: colour.optional(),
  explicit: z.boolean(),
  durationMs: z.int().positive().optional(),
});

const truth = z.object({
  asOf: moment,
  current: z.discriminatedUnion("state", [
    z.object({
      state: z.literal("playing"),
      item,
      startedAt: moment,
      toldMs: z.number().optional(),
    }),
    z.object({
      state: z.literal("paused"),
      item,
      positionMs: count,
      heardAt: moment.optional(),
    }),
    z.object({
      state: z.literal("nothing"),
      ghost: z.string().optional(),
      isUnseen: z.boolean().optional(),
    }),
  ]),
  lastHeard: z.object({ item, playedAt: moment }).optional(),
});

/** With a publishing delay: since when it was true, and what was true before. */
const timeline = truth.extend({
  since: moment.optional(),
  past: z.array(truth.extend({ since: moment })).optional(),
});

const meter = z.object({
  ledger: z.array(z.tuple([count, count])),
  gate: z.object({ kind: z.enum(["rate", "quota"]), until: moment, refusals: count }).optional(),
});

/** Budget and gate as they are kept. */
export type MeterRecord = z.infer<typeof meter>;

const TRUTH_KEY = "now-playing/truth";
const METER_KEY = "now-playing/meter";

/** Spent calls count for a day; a gate of the daily quota seldom lasts longer. */
const METER_TTL_MS = 2 * TRUTH_TTL_MS;

/** The kept truth, and what was true before it; empty where there is none that can be read. */
export async function loadTimeline(store: Store): Promise<Timeline> {
  const entry = await store.get(TRUTH_KEY);
  const kept = parseJson(timeline, entry?.value);
  if (kept === undefined) return [];
  const { since = kept.asOf, past = [], ...latest } = kept;
  return [...past, { ...latest, since }].toSorted((a, b) => a.since - b.since);
}

/** Keeps the truth for as long as it may be shown; without a delay nothing of what was before it. */
export async function saveTimeline(
  store: Store,
  [latest, ...past]: readonly [latest: Entry, ...past: Entry[]],
  delayMs: number,
): Promise<void> {
  const heard = lastHeardAt(latest, latest.asOf);
  const ttlMs = heard ? heard.playedAt + RECENT_MS - latest.asOf : TRUTH_TTL_MS;
  const { since, ...value } = latest;
  const kept = delayMs === 0 ? value : { ...value, since, past };
  await store.set(TRUTH_KEY, JSON.stringify(kept), { ttlMs: ttlMs + delayMs });
}

/** Forgets the truth. */
export async function eraseTimeline(store: Store): Promise<void> {
  await store.delete(TRUTH_KEY);
}

export async function loadMeter(
  store: Store,
): Promise<{ record: MeterRecord | undefined; version: string | null }> {
  const entry = await store.get(METER_KEY);
  return { record: parseJson(meter, entry?.value), version: entry?.version ?? null };
}

/** Writes budget and gate over the version read; false when another instance was faster. */
export async function saveMeter(
  store: Store,
  record: MeterRecord,
  expectedVersion: string | null,
): Promise<boolean> {
  const options = { ttlMs: METER_TTL_MS, expectedVersion };
  return (await store.set(METER_KEY, JSON.stringify(record), options)) !== undefined;
}
