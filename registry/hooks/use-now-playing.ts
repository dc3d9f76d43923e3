"use client";

import { useReceived } from "@/components/now-playing/use-received";
import { useShown } from "@/components/now-playing/use-shown";
import type { Shown } from "@/components/now-playing/use-shown";

/** Where the route handler serves the state, in an app without a `basePath`. */
export const NOW_PLAYING_URL = "/api/now-playing";

/**
 * What may be shown now of what is playing, and the server's time; undefined until first received.
 *
 * It ages by itself: a song past its end becomes the last one played, also while the server is silent.
 *
 * @param src where the state is served; all who ask for the same one share its polls
 */
export function useNowPlaying(src: string = NOW_PLAYING_URL): Shown | undefined {
  return useShown(useReceived(src));
}
