import type { RedisConnection } from "./redis-connection";
import { RedisFailure } from "./redis-failure";
import { within } from "./within";

/** Nobody waits longer than this (ms) for Redis. */
const LONGEST_WAIT_MS = 800;
/** A connection that nobody used for this long (ms) is tried with a ping before it is believed. */
const RESTED_MS = 10_000;
/** What such a ping may take, in ms. */
const PING_MS = 250;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5000;

interface Outage {
  readonly error: unknown;
  /** Epoch ms. */
  readonly knownAt: number;
}

interface RedisLinkOptions {
  readonly open: () => Promise<RedisConnection>;
  /** Epoch ms. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random?: () => number;
  /** Told once when Redis cannot be used any more. */
  readonly onLost: (error: unknown) => void;
  /** Told once when it can be used again. */
  readonly onBack: () => void;
}

interface RedisLink {
  /**
   * Answers, or rejects with a {@link RedisFailure}: at once while Redis is known to be away, else
   * within a second.
   */
  send(command: readonly string[]): Promise<unknown>;
  /** For good. What is under way fails. */
  close(): void;
}

/**
 * Keeps one connection: opens it for the first command, and anew when it was lost. A loss that no
 * command has met goes unnoticed: the next one waits for the new connection. After a command that
 * failed with its connection, and when none can be opened, it is tried again in the background for
 * ever, and meanwhile commands fail at once.
 */
export function createRedisLink({
  open,
  now,
  random = Math.random,
  onLost,
  onBack,
}: RedisLinkOptions): RedisLink {
  let connection: RedisConnection | undefined;
  let opening: Promise<RedisConnection> | undefined;
  let outage: Outage | undefined;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let answeredAt = 0;
  let isClosed = false;

  // A clock that was set back tells nothing.
  const isPast = (time: number, ms: number) => Math.abs(now() - time) > ms;

  function noteOutage(error: unknown): void {
    const isNews = outage === undefined && !isClosed;
    outage = { error, knownAt: now() };
    if (isNews) onLost(error);
  }

  function noteAnswer(): void {
    answeredAt = now();
    failures = 0;
    if (outage === undefined) return;
    outage = undefined;
    onBack();
  }

  async function connect(): Promise<RedisConnection> {
    clearTimeout(retry);
    try {
      const fresh = await open();
      if (isClosed) {
        fresh.end();
        throw new RedisFailure("CLOSED");
      }
      connection = fresh;
      noteAnswer();
      return fresh;
    } catch (error) {
      noteOutage(error);
      if (!isClosed) retry = setTimeout(reconnect, chooseDelay(failures, random())).unref();
      failures += 1;
      throw error;
    } finally {
      opening = undefined;
    }
  }

  function reconnect(): void {
    if (!connection?.isOpen()) (opening ??= connect()).catch(() => undefined);
  }

  function lose(lost: RedisConnection | undefined, error: unknown): void {
    lost?.end();
    // Somebody else has seen to it already.
    if (lost !== connection || isClosed) return;
    connection = undefined;
    noteOutage(error);
    reconnect();
  }

  async function obtain(): Promise<RedisConnection> {
    if (isClosed) throw new RedisFailure("CLOSED");
    const current = connection;
    if (current?.isOpen()) {
      if (!isPast(answeredAt, RESTED_MS) || (await doesAnswer(current))) return current;
      // What a frozen process or a router in between has cut says nothing of Redis.
      current.end();
    }
    if (connection === current) connection = undefined;
    else if (connection?.isOpen()) return connection;
    // An outage that nothing has been heard of since is one from before this process was frozen.
    if (outage !== undefined && !isPast(outage.knownAt, 2 * LAST_RETRY_MS)) throw outage.error;
    return (opening ??= connect());
  }

  async function doesAnswer(current: RedisConnection): Promise<boolean> {
    try {
      await within(current.send(["PING"]), PING_MS, () => new RedisFailure("ETIMEDOUT"));
      answeredAt = now();
      return true;
    } catch {
      return false;
    }
  }

  return {
    async send(command) {
      let used: RedisConnection | undefined;
      let silence: RedisFailure | undefined;
      const ask = async () => {
        used = await obtain();
        // A lock that is set now would belong to nobody: whoever wanted it has been told that it failed.
        if (silence) throw silence;
        try {
          const reply = await used.send(command);
          answeredAt = now();
          return reply;
        } catch (error) {
          if (!used.isOpen()) lose(used, error);
          // Its name may lead to another Redis by now, which took over.
          if (error instanceof RedisFailure && error.code === "READONLY") used.end();
          throw error;
        }
      };
      return within(ask(), LONGEST_WAIT_MS, () => {
        silence = new RedisFailure("ETIMEDOUT");
        lose(used, silence);
        return silence;
      });
    },
    close() {
      isClosed = true;
      clearTimeout(retry);
      connection?.end();
    },
  };
}

/**
 * Doubles from 100 ms to 5 s; up to half of it is left to chance, for many may wait for one Redis.
 */
function chooseDelay(failures: number, chance: number): number {
  return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures) * (1 - chance / 2);
}
