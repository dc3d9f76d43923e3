import { useEffect, useRef } from "react";
import useSWR from "swr";
import { at } from "@/lib/site/address";
import { receivePlays } from "./receive-plays";
import type { ReceivedPlays } from "./receive-plays";

const RECENTLY_PLAYED_URL = "/api/recently-played";

/** The site reads no newer list before that, in ms. */
const NEWER_MS = 5 * 60_000;

const POLLING = { refreshInterval: NEWER_MS, focusThrottleInterval: NEWER_MS };

/**
 * What was played lately; undefined until first received.
 *
 * @param current names what is on: when it changes, something has been played
 */
export function usePlays(current: string | undefined): ReceivedPlays | undefined {
  const { data, mutate } = useSWR<ReceivedPlays>(at(RECENTLY_PLAYED_URL), receivePlays, POLLING);
  const before = useRef<string>(undefined);
  useEffect(() => {
    const isNews = before.current !== undefined && before.current !== current;
    before.current = current;
    if (isNews) void mutate();
  }, [current, mutate]);
  return data;
}
