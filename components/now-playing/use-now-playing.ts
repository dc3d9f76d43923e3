"use client";

import useSWR from "swr";
import type { SWRConfiguration } from "swr";
import { readClockOffset } from "@/lib/now-playing/clock";
import { nextPollDelay, retryPollDelay } from "@/lib/now-playing/poll-schedule";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { NOW_PLAYING_URL } from "./url";

/** An answer as it was received. */
export interface Received {
  readonly published: NowPlaying;
  readonly body: string;
  /** Epoch ms by the server's clock at which this body was first received. */
  readonly since: number;
  /** What to add to our clock to have the server's, in ms. */
  readonly clockOffset: number;
}

async function receive(url: string): Promise<Received> {
  // The default cache mode revalidates by ETag, and it alone takes up the request preloaded in the HTML.
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const body = await response.text();
  const published: NowPlaying = JSON.parse(body);
  // What a hotel's network answers in our place may be JSON too.
  if (published.v !== 1) throw new Error(`${url} answered something else than what is playing`);
  const { headers } = response;
  const clockOffset = readClockOffset(headers.get("date"), headers.get("age"), Date.now());
  return { published, body, since: Date.now() + clockOffset, clockOffset };
}

// SWR restarts its timer when this function's identity changes, so it lives outside of any component.
function pollDelay(latest: Received | undefined): number {
  const now = Date.now() + (latest?.clockOffset ?? 0);
  return nextPollDelay(latest?.published, latest?.since ?? now, now, Math.random());
}

const OPTIONS: SWRConfiguration<Received> = {
  refreshInterval: pollDelay,
  // The same body is the same state: what is shown keeps its identity, and nothing renders.
  compare: (a, b) => a?.body === b?.body,
  revalidateOnFocus: true,
  revalidateOnReconnect: true,
  focusThrottleInterval: 1_000,
  dedupingInterval: 1_000,
  // While an error is cached SWR's own timer does not fetch, so retrying must never stop.
  onErrorRetry: (_error, _key, _config, revalidate, { retryCount }) => {
    setTimeout(() => void revalidate({ retryCount }), retryPollDelay(retryCount, Math.random()));
  },
};

/** What is playing, polled no more often than it can change; undefined until first received. */
export function useNowPlaying(): Received | undefined {
  return useSWR<Received>(NOW_PLAYING_URL, receive, OPTIONS).data;
}
