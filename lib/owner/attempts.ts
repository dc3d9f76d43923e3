import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { z } from "zod";
import { parseJson } from "@/lib/store/parse-json";
import type { Store } from "@/lib/store/store";

/** Addresses share this many counters, so that nobody fills the store by making addresses up. */
const COUNTERS = 256;

const MOST_TRIES = 10;

const schema = z.object({ count: z.number(), since: z.number() });
type Count = z.infer<typeof schema>;

interface LimitOptions {
  readonly store: Store;
  /** Epoch ms. */
  readonly now: () => number;
  /** What is limited: a word of a store's key. */
  readonly name: string;
  /** Most attempts of one address, and of all together, in one window. */
  readonly most: { readonly each: number; readonly all?: number };
  readonly windowMs: number;
}

/** Counts attempts, and says when there were too many. */
export interface AttemptLimit {
  /**
   * Counts one.
   *
   * @param address of the client, as far as it can be known
   * @returns epoch ms from which the next may be made; undefined while this one may
   */
  take(address: string): Promise<number | undefined>;
}

export function createAttemptLimit(options: LimitOptions): AttemptLimit {
  const { store, now, name, most, windowMs } = options;
  /** What was counted last, for when the store is away. */
  const memory = new Map<string, Count>();

  function raise(count: Count | undefined): Count {
    const age = now() - (count?.since ?? -Infinity);
    const isOver = age < 0 || age >= windowMs;
    return count === undefined || isOver
      ? { count: 1, since: now() }
      : { count: count.count + 1, since: count.since };
  }

  async function countOne(key: string): Promise<Count> {
    try {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const entry = await store.get(key);
        const next = raise(parseJson(schema, entry?.value));
        const options = { expectedVersion: entry?.version ?? null, ttlMs: windowMs };
        if ((await store.set(key, JSON.stringify(next), options)) === undefined) continue;
        memory.set(key, next);
        return next;
      }
      // So many at once that none could be counted: too many.
      return { count: Infinity, since: now() };
    } catch {
      // The store is away: this process counts for itself.
    }
    const next = raise(memory.get(key));
    memory.set(key, next);
    return next;
  }

  return {
    async take(address) {
      const own = await countOne(`owner/attempts/${name}/${counterOf(address)}`);
      // What is refused does not count for all: one address must not keep everybody out.
      if (own.count > most.each) return own.since + windowMs;
      if (most.all === undefined) return undefined;
      const all = await countOne(`owner/attempts/${name}`);
      return all.count > most.all ? all.since + windowMs : undefined;
    },
  };
}

function counterOf(address: string): number {
  return createHash("sha256").update(address).digest().readUInt32BE(0) % COUNTERS;
}

/**
 * The client's address, for counting only: a proxy adds the one it sees at the end (Vercel lets nothing
 * else through); a client without one may say what it likes, which is why all together are limited too.
 */
export function addressOf(headers: Pick<Headers, "get">): string {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  // Whoever has one address of IPv6 has the 2^64 of its network.
  return isIPv6(address) ? expand(address).slice(0, 4).join(":") : address;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expand(address: string): string[] {
  const [head = "", tail] = address.split("%", 1)[0]?.toLowerCase().split("::") ?? [];
  const [before, after] = [listGroups(head), listGroups(tail)];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  return [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ""));
}

function listGroups(part: string | undefined): string[] {
  return part ? part.split(":") : [];
}
