import { isIP } from "node:net";
import { readRefusal, RedisFailure } from "./redis-failure";
import type { RedisAddress } from "./redis-url";
import { readErrno } from "./store-error";

/** One connection to Redis. Once it has ended, it stays ended. */
export interface RedisConnection {
  isOpen(): boolean;
  /** Waits for as long as it takes, and rejects with a {@link RedisFailure}. */
  send(command: readonly string[]): Promise<unknown>;
  end(): void;
}

/**
 * Connects, signs in, and has heard from Redis once. Whatever waits here keeps no process alive.
 *
 * @param limitMs fails after this long
 * @throws {RedisFailure}
 */
export async function openRedisConnection(
  { host, port, isTls, username, password, database }: RedisAddress,
  limitMs: number,
): Promise<RedisConnection> {
  // Who has no Redis need not load a client of one.
  const { createClient, ErrorReply } = await import("@redis/client");
  const client = createClient({
    // In this version of the protocol a client has nothing to say but AUTH, so that servers and
    // proxies of any age understand it.
    RESP: 2,
    disableClientInfo: true,
    maintNotifications: "disabled",
    disableOfflineQueue: true,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password: password.reveal() }),
    database,
    socket: {
      host,
      port,
      connectTimeout: limitMs,
      reconnectStrategy: false,
      // Node names no host to the server of its own accord, and the doors of managed Redis need it:
      // https://github.com/renovatebot/renovate/issues/44461
      ...(isTls && { tls: true, ...(isIP(host) === 0 && { servername: host }) }),
    },
  });

  function fail(error: unknown): never {
    if (error instanceof RedisFailure) throw error;
    if (error instanceof ErrorReply) throw new RedisFailure(readRefusal(error.message));
    throw new RedisFailure(readErrno(error) ?? "ENDED");
  }

  const end = () => client.destroy();
  // Without a listener an error would end the process. After one, nobody knows any more which
  // reply is whose.
  client.on("error", end);
  client.unref();
  const opening = client.connect().then(() => client.sendCommand(["PING"]));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RedisFailure("ETIMEDOUT")), limitMs).unref();
  });
  try {
    await Promise.race([opening, limit]);
  } catch (error) {
    end();
    // What connects after all would stay open.
    void opening.then(end, () => undefined);
    fail(error);
  } finally {
    clearTimeout(timer);
  }

  return {
    isOpen: () => client.isReady,
    send: (command) => client.sendCommand(command).catch(fail),
    end,
  };
}
