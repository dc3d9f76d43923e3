import { setTimeout as sleep } from "node:timers/promises";
import { load } from "@/scripts/bench/load";
import type { Load } from "@/scripts/bench/load";
import { recover } from "@/scripts/reliability/matrix/recover";
import { startLife } from "@/scripts/reliability/matrix/start-life";
import { TROUBLES } from "@/scripts/reliability/matrix/troubles";
import type { Trouble } from "@/scripts/reliability/matrix/troubles";
import type { StoreKind } from "@/scripts/reliability/site/open-place";

const HOUR = 60 * 60_000;

/** After each trouble so much virtual time passes, in ms, that the longest gate is open again. */
const CALM_MS = 15 * HOUR;

/** Then all is well for so long, in ms, that what plays is read once. */
const RESPITE_MS = 150;

/** Then an access token ends, in virtual ms, and the next reading is due. */
const TOKEN_MS = 1.1 * HOUR;

/** Calls for one trouble and the respite before it, at most: the second reading may try twice after a 401. */
const MOST_CALLS = 6;

interface StormOptions {
  /** The standalone build's server.js. */
  readonly file: string;
  readonly seconds: number;
  readonly connections: number;
  readonly store: StoreKind;
  /** All of them, unless it says otherwise. */
  readonly troubles?: readonly Trouble[];
}

export interface Storm {
  readonly seconds: number;
  readonly connections: number;
  /** How many troubles came, one after the other. */
  readonly troubles: number;
  readonly requests: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** No answer within ten seconds, or a broken connection. */
  readonly unanswered: number;
  readonly p50Ms: number;
  readonly worstMs: number;
  /** Calls to Spotify: made, and the most that the plan allows. */
  readonly calls: number;
  readonly mostCalls: number;
  /** Whether it played by itself, or after a sign-in, when all was over. */
  readonly isPlayingAfterwards: boolean;
}

/**
 * As many visitors as connections ask without a pause, half of them for what they do not have yet,
 * while Spotify goes wrong in every way, one after the other.
 */
export async function measureStorm(options: StormOptions): Promise<Storm> {
  const { file, seconds, connections, store, troubles = TROUBLES } = options;
  const life = await startLife(file, store);
  try {
    const url = `${life.site.url}/api/now-playing`;
    const order = { url, seconds, connections: connections / 2 };
    const visitors = Promise.all([
      load(order),
      load({ ...order, headers: { "If-None-Match": "*" } }),
    ]);
    const eachMs = (seconds * 1_000) / troubles.length - RESPITE_MS;
    for (const trouble of troubles) {
      life.emulator.control.jump({ index: 0 });
      await sleep(RESPITE_MS);
      await life.advance(TOKEN_MS);
      await trouble.begin(life);
      await sleep(eachMs);
      await trouble.end(life);
      await life.advance(CALM_MS);
    }
    const [fresh, known] = await visitors;
    const { token, currentlyPlaying, recentlyPlayed } = life.emulator.control.state().counters;
    life.emulator.control.jump({ index: 0 });
    const { recovery } = await recover(life);
    return {
      seconds,
      connections,
      troubles: troubles.length,
      ...sum(fresh, known),
      calls: token + currentlyPlaying + recentlyPlayed,
      mostCalls: MOST_CALLS * troubles.length,
      isPlayingAfterwards: recovery !== "none",
    };
  } finally {
    await life.end();
  }
}

function sum(a: Load, b: Load) {
  const statuses = new Map(Object.entries(a.statuses));
  for (const [status, count] of Object.entries(b.statuses))
    statuses.set(status, (statuses.get(status) ?? 0) + count);
  return {
    requests: a.requests + b.requests,
    statuses: Object.fromEntries(statuses),
    unanswered: a.unanswered + b.unanswered,
    p50Ms: Math.max(a.p50Ms, b.p50Ms),
    worstMs: Math.max(a.worstMs, b.worstMs),
  };
}
