"use client";

import useSWRSubscription from "swr/subscription";
import type { SWRSubscriptionOptions } from "swr/subscription";
import { nextPollDelay, retryPollDelay } from "@/lib/now-playing/poll-schedule";
import { browserPage, startPolling } from "@/lib/now-playing/poller";
import { isSameAnswer } from "@/lib/now-playing/received";
import type { Received } from "@/lib/now-playing/received";
import { receive } from "./receive";
import { lookAtClock } from "./use-clock";

/**
 * What is playing, polled no more often than it can change; undefined until first received.
 *
 * SWR's own timer is set before an answer is there and never by one, so it cannot meet the end of a
 * song. Its subscription holds our poller instead: one for all who ask, ended with the last of them.
 */
export function useReceived(url: string): Received | undefined {
  return useSWRSubscription<Received, Error>(url, subscribe).data;
}

function subscribe(url: string, { next }: SWRSubscriptionOptions<Received, Error>): () => void {
  let latest: Received | undefined;
  return startPolling({
    page: browserPage,
    async ask() {
      const received = await receive(url);
      // The same body is the same state: nothing renders, and `since` stays the moment it came.
      if (latest && isSameAnswer(latest, received)) return;
      latest = received;
      lookAtClock();
      next(null, received);
    },
    delayAfter(failures) {
      if (failures > 0 || latest === undefined) return retryPollDelay(failures, Math.random());
      const { published, since, clockOffset } = latest;
      return nextPollDelay(published, since, Date.now() + clockOffset, Math.random());
    },
  });
}
