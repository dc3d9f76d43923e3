import { randomUUID } from "node:crypto";
import { quoteSetting, say } from "@/lib/telling/say";
import type { Tell } from "@/lib/telling/events";
import type { Secret } from "@/lib/secret";
import { openRedisConnection } from "./redis-connection";
import type { RedisConnection } from "./redis-connection";
import { explainFailure } from "./redis-failure";
import { createRedisLink } from "./redis-link";
import { parseRedisUrl } from "./redis-url";
import { openStore } from "./slots";
import type { Store } from "./store";
import { StoreError } from "./store-error";

/** What opening a connection may take, in ms; those who wait for it give up earlier. */
const OPENING_MS = 3000;

/** Values are kept behind their version, which is a UUID. */
const VERSION_LENGTH = 36;

// Redis runs a script as one step. It is sent whole each time: it is short, and so no server has
// to remember it.
const WHILE_VERSION = `
local held = redis.call("GET", KEYS[1])
if not held or string.sub(held, 1, ${VERSION_LENGTH}) ~= ARGV[1] then return false end
return redis.call(ARGV[2], KEYS[1], unpack(ARGV, 3))`;

interface RedisStoreOptions {
  /** `redis://[[user]:password@]host[:port][/database]`, or `rediss:` for TLS. */
  readonly url: Secret;
  /** Begins every key, so that others may use the same database. */
  readonly prefix?: string;
  /** Epoch ms; decides how long a connection has rested. Redis itself decides what has expired. */
  readonly now?: () => number;
  /** Told, in one sentence, when Redis cannot be used any more, and when it can again. */
  readonly warn?: Tell;
  /** Opens a connection to the URL's Redis. */
  readonly open?: () => Promise<RedisConnection>;
}

export interface RedisStore extends Store {
  /** Ends the connection for good; what is under way fails. */
  close(): Promise<void>;
}

/**
 * A store in a Redis (6 or newer, or Valkey) that many machines share. It connects with the first
 * command, and keeps no process alive. While Redis is away, commands fail at once, or after 0.8 s
 * where that is not yet known; it is tried again for ever, at least every 5 s. A write that failed
 * because no answer came may have happened.
 *
 * @throws {TypeError} when the URL is not one of Redis
 */
export function createRedisStore({
  url,
  prefix = "liner-notes:",
  now = Date.now,
  warn = () => undefined,
  open,
}: RedisStoreOptions): RedisStore {
  const address = parseRedisUrl(url.reveal());
  if (address === undefined)
    throw new TypeError("The URL of Redis has to look like redis://default:password@host:6379.");
  const { host, port } = address;
  const where = quoteSetting(`${host.includes(":") ? `[${host}]` : host}:${port}`);
  const link = createRedisLink({
    open: open ?? (() => openRedisConnection(address, OPENING_MS)),
    now,
    onLost: (error) =>
      warn(say`${explainFailure(error, where)} It is tried again until it answers.`, "redis_lost"),
    onBack: () => warn(say`Redis at ${where} is back.`, "redis_back"),
  });

  async function ask(code: "unreadable" | "unwritable", ...command: string[]): Promise<unknown> {
    try {
      return await link.send(command);
    } catch (error) {
      // Without a cause, and so without anything that Redis was told.
      throw new StoreError(code, explainFailure(error, where));
    }
  }

  const change = (slot: string, version: string, command: string, ...rest: string[]) =>
    ask("unwritable", "EVAL", WHILE_VERSION, "1", prefix + slot, version, command, ...rest);

  const store = openStore(
    { kind: "redis", durable: true, shared: true },
    {
      async read(slot) {
        const held = await ask("unreadable", "GET", prefix + slot);
        if (typeof held !== "string") return undefined;
        return { version: held.slice(0, VERSION_LENGTH), value: held.slice(VERSION_LENGTH) };
      },

      async write(slot, value, { ttlMs, expectedVersion }) {
        const version = randomUUID();
        const rest = [version + value];
        if (ttlMs !== undefined) rest.push("PX", formatMs(ttlMs));
        const reply =
          typeof expectedVersion === "string"
            ? await change(slot, expectedVersion, "SET", ...rest)
            : await ask(
                "unwritable",
                "SET",
                prefix + slot,
                ...rest,
                ...(expectedVersion === null ? ["NX"] : []),
              );
        return reply === "OK" ? version : undefined;
      },

      async erase(slot, expectedVersion) {
        const reply =
          expectedVersion === undefined
            ? await ask("unwritable", "DEL", prefix + slot)
            : await change(slot, expectedVersion, "DEL");
        return reply === 1;
      },
    },
  );

  return {
    ...store,
    async close() {
      link.close();
    },
  };
}

/** Redis knows whole ms only. */
function formatMs(ms: number): string {
  return String(Math.min(Math.ceil(ms), Number.MAX_SAFE_INTEGER));
}
