import { createHash, randomBytes } from "node:crypto";

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A made-up id of 22 characters in Spotify's alphabet; the same seed gives the same id. */
export function makeId(seed: string): string {
  const bytes = createHash("sha256").update(seed).digest();
  return Array.from(bytes.subarray(0, 22), (byte) => base62.charAt(byte % 62)).join("");
}

export function makeHex(seed: string, length: number): string {
  return createHash("sha256").update(seed).digest("hex").slice(0, length);
}

/** Tokens and codes have the prefixes and about the lengths of real ones, so that logs and cookies are tried in earnest. */
export function makeToken(prefix: "AQ" | "BQ", bytes = 129): string {
  return prefix + randomBytes(bytes).toString("base64url");
}
