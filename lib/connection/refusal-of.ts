import type { Refusal } from "@/lib/limits/gate";
import { isSpotifyError } from "@/lib/spotify/errors";

/** What a 429 says to the gate; undefined for every other failure. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!isSpotifyError(error)) return undefined;
  const { code, retryAfterMs } = error;
  if (code === "rate_limited") return { kind: "rate", retryAfterMs };
  return code === "quota_exceeded" ? { kind: "quota", retryAfterMs } : undefined;
}
