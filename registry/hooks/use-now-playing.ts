"use client";

import { NOW_PLAYING_URL } from "@/components/now-playing/url";
import { useNowPlaying as useReceived } from "@/components/now-playing/use-now-playing";
import { useShown } from "@/components/now-playing/use-shown";
import type { Shown } from "@/components/now-playing/use-shown";

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
