"use client";

import type { Received } from "@/lib/now-playing/received";
import { NOW_PLAYING_URL } from "./url";
import { useReceived } from "./use-received";

/** What this site says is playing; undefined until first received. */
export function useNowPlaying(): Received | undefined {
  return useReceived(NOW_PLAYING_URL);
}
