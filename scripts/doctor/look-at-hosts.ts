import type { HostFacts, HostTrouble } from "./facts";

interface Looking {
  readonly now: () => number;
  readonly timeoutMs: number;
}

/** Whether each host answers at all, and what time it has. No call of these is counted by Spotify. */
export function lookAtHosts(origins: readonly string[], looking: Looking): Promise<HostFacts[]> {
  return Promise.all([...new Set(origins)].map((origin) => lookAtHost(origin, looking)));
}

async function lookAtHost(origin: string, { now, timeoutMs }: Looking): Promise<HostFacts> {
  const { host } = new URL(origin);
  const signal = AbortSignal.timeout(timeoutMs);
  const askedAt = now();
  try {
    const { headers } = await fetch(origin, { method: "HEAD", redirect: "manual", signal });
    const told = Date.parse(headers.get("date") ?? "");
    // The header has no fractions of a second, and the answer took its time.
    const skew = (askedAt + now()) / 2 - (told + 500);
    return {
      host,
      trouble: undefined,
      errno: undefined,
      skewMs: Number.isNaN(skew) ? undefined : Math.round(skew),
    };
  } catch (error) {
    const errno = findErrno(error);
    return {
      host,
      trouble: signal.aborted ? "timeout" : nameTrouble(errno),
      errno: signal.aborted ? undefined : errno,
      skewMs: undefined,
    };
  }
}

/** The system's name for what broke: errors of fetch hold it in their causes. */
function findErrno(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    if ("code" in current && /^[A-Z][A-Z0-9_]{2,60}$/.test(String(current.code))) {
      return String(current.code);
    }
    current = current.cause;
  }
  return undefined;
}

/** @param errno of the system, of OpenSSL or of fetch */
export function nameTrouble(errno = ""): HostTrouble {
  if (/^(ENOTFOUND|EAI_\w+)$/.test(errno)) return "not_found";
  if (errno === "ECONNREFUSED") return "refused";
  if (/TIMEDOUT|TIMEOUT/.test(errno)) return "timeout";
  if (/CERT|SSL|TLS|^EPROTO$|^UNABLE_TO_|HOSTNAME_MISMATCH/.test(errno)) return "tls";
  return "unreachable";
}
