import { z } from "zod";
import type { Store } from "@/lib/store/store";
import { lastHeardAt } from "./fold-reading";
import type { Truth } from "./model";
import { TRUTH_TTL_MS } from "./publish";
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
    z.object({ state: z.literal("nothing"), ghost: z.string().optional() }),
  ]),
  lastHeard: z.object({ item, playedAt: moment }).optional(),
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

/** The kept truth; undefined where there is none, or none that can be read. */
export async function loadTruth(store: Store): Promise<Truth | undefined> {
  const entry = await store.get(TRUTH_KEY);
  return parse(truth, entry?.value);
}

/** Keeps the truth for as long as it may be shown. */
export async function saveTruth(store: Store, value: Truth): Promise<void> {
  const heard = lastHeardAt(value, value.asOf);
  const ttlMs = heard ? heard.playedAt + RECENT_MS - value.asOf : TRUTH_TTL_MS;
  await store.set(TRUTH_KEY, JSON.stringify(value), { ttlMs });
}

export async function loadMeter(
  store: Store,
): Promise<{ record: MeterRecord | undefined; version: string | null }> {
  const entry = await store.get(METER_KEY);
  return { record: parse(meter, entry?.value), version: entry?.version ?? null };
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

function parse<T>(schema: z.ZodType<T>, text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
