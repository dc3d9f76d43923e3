import { z } from "zod";
import { doublingDelay } from "@/lib/limits/backoff";
import type { Store } from "@/lib/store/store";

const MINUTE = 60_000;
const FIRST_PROBE_MS = 15 * MINUTE;
const SLOWEST_PROBE_MS = 6 * 60 * MINUTE;

const schema = z.object({
  code: z.enum(["invalid_grant", "invalid_client"]),
  /** Which token, or which token and client, was refused. */
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

const KEY = "connection/verdict";
const TTL_MS = 2 * SLOWEST_PROBE_MS;

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

/** The kept verdict: restarts and other instances do not ask again before its time either. */
export async function loadVerdict(store: Store): Promise<Verdict | undefined> {
  const entry = await store.get(KEY);
  if (entry === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(entry.value)).data;
  } catch {
    return undefined;
  }
}

export async function saveVerdict(store: Store, verdict: Verdict | undefined): Promise<void> {
  if (verdict === undefined) await store.delete(KEY);
  else await store.set(KEY, JSON.stringify(verdict), { ttlMs: TTL_MS });
}
