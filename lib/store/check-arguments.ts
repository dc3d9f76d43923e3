import { quoteSetting, say } from "@/lib/telling/say";
import { StoreError } from "./store-error";

const KEY = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/;
// Leaves room for the endings of lock and draft files below the 255 bytes of common file systems.
const LONGEST_KEY = 100;

/**
 * Refuses a key that not every store could hold.
 *
 * @throws {StoreError} `bad_key`
 */
export function checkKey(key: string): void {
  if (key.length <= LONGEST_KEY && KEY.test(key)) return;
  throw new StoreError(
    "bad_key",
    say`${quoteSetting(JSON.stringify(key.slice(0, LONGEST_KEY)))} is not a key: use lowercase letters, digits and "-" in words joined by "/", at most ${LONGEST_KEY} characters.`,
  );
}

/**
 * Refuses a time to live that is not a finite number of ms above 0.
 *
 * @throws {StoreError} `bad_ttl`
 */
export function checkTtl(ttlMs: number | undefined): void {
  if (ttlMs === undefined || (Number.isFinite(ttlMs) && ttlMs > 0)) return;
  throw new StoreError(
    "bad_ttl",
    say`A time to live of ${ttlMs} ms makes no sense: give more than 0, or leave it out to keep the value.`,
  );
}
