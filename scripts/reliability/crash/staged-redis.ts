import type { RedisConnection } from "@/lib/store/redis-connection";
import type { StagedProcess } from "./stage";

interface Held {
  readonly value: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** As much of Redis as the store speaks to: GET, SET with PX and NX, DEL, EVAL of its one script, PING. */
export interface StagedRedis {
  connect(process: StagedProcess): RedisConnection;
}

/** The version that a value begins with is as long as a UUID. */
const VERSION_LENGTH = 36;

/** @param now epoch ms */
export function createStagedRedis(now: () => number): StagedRedis {
  const held = new Map<string, Held>();

  function get(key: string): string | null {
    const found = held.get(key);
    if (found === undefined || found.expiresAt <= now()) return null;
    return found.value;
  }

  function set(key: string, value: string, options: readonly string[]): string | null {
    if (options.includes("NX") && get(key) !== null) return null;
    const px = options.indexOf("PX");
    const expiresAt = px === -1 ? Infinity : now() + Number(options[px + 1]);
    held.set(key, { value, expiresAt });
    return "OK";
  }

  function remove(key: string): number {
    const was = get(key);
    held.delete(key);
    return was === null ? 0 : 1;
  }

  function answer([name = "", ...rest]: readonly string[]): unknown {
    const [key = "", value = "", ...options] = rest;
    if (name === "PING") return "PONG";
    if (name === "GET") return get(key);
    if (name === "SET") return set(key, value, options);
    if (name === "DEL") return remove(key);
    if (name !== "EVAL") throw new Error(`No ${name} is known here.`);
    const [, , slot = "", version = "", command = "", ...more] = rest;
    return get(slot)?.slice(0, VERSION_LENGTH) === version
      ? answer([command, slot, ...more])
      : null;
  }

  return {
    connect: (process) => ({
      isOpen: process.isAlive,
      send: (command) =>
        process.step({ kind: `Redis ${command[0]}`, perform: () => answer(command) }),
      end: () => undefined,
    }),
  };
}
