import { z } from "zod";
import { doublingDelay } from "@/lib/limits/backoff";
import type { Store } from "@/lib/store/store";
import { createSharedNote } from "./shared-note";
import type { SharedNote } from "./shared-note";

const MINUTE = 60_000;
const FIRST_PROBE_MS = 15 * MINUTE;
const SLOWEST_PROBE_MS = 6 * 60 * MINUTE;

const schema = z.object({
  code: z.enum(["invalid_grant", "invalid_client"]),
  /** Which token and client were refused. */
  subject: z.string(),
  /** Epoch ms before which it is not tried again. */
  probeAt: z.number(),
  probes: z.number(),
});

/**
 * Spotify's refusal of a token or of the client. Only a person can mend it, but false ones have been
 * sent (https://github.com/metabrainz/listenbrainz-server/pull/3766), so it is probed: after 15
 * minutes, then at doubling distances up to 6 hours.
 */
export type Verdict = z.infer<typeof schema>;

/** It outlives a pause of visitors, so that the owner hears of it whenever he asks. */
export const VERDICT_TTL_MS = 30 * 24 * 60 * MINUTE;

/** The kept verdict: restarts and other instances do not ask again before its time either. */
export function createVerdictNote(store: Store): SharedNote<Verdict> {
  return createSharedNote(store, "connection/verdict", schema);
}

export function nextVerdict(
  previous: Verdict | undefined,
  code: Verdict["code"],
  subject: string,
  now: number,
): Verdict {
  const isSame = previous?.subject === subject;
  const probes = (isSame ? previous.probes : 0) + 1;
  const probeAt = now + doublingDelay(probes, FIRST_PROBE_MS, SLOWEST_PROBE_MS);
  return { code, subject, probeAt, probes };
}

/** Whether the probe has to wait; a distance that no verdict has comes of a clock that was corrected. */
export function isStanding({ probeAt }: Verdict, now: number): boolean {
  return now < probeAt && probeAt - now <= SLOWEST_PROBE_MS;
}
