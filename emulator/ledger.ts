import type { ServerResponse } from "node:http";
import type { Call } from "./http/call";

export interface Counters {
  token: number;
  currentlyPlaying: number;
  recentlyPlayed: number;
  me: number;
  image: number;
  other: number;
}
export type CounterName = keyof Counters;

export interface LogEntry {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  /** Null while nothing has been answered: for ever, if it hangs or the socket was reset. */
  readonly status: number | null;
  readonly grantType?: string;
  readonly fault?: string;
}

interface LogRecord {
  readonly response: ServerResponse;
  readonly entry: Omit<LogEntry, "status">;
}

// What else stands in a query may be a code, a state or a challenge.
const harmless = new Set([
  "additional_types",
  "after",
  "before",
  "limit",
  "market",
  "response_type",
  "scope",
  "show_dialog",
]);
const keptEntries = 200;

/** Counts and remembers the requests. Never a token or a secret. */
export function createLedger(now: () => number) {
  let counters = noRequests();
  let records: LogRecord[] = [];
  return {
    record(counter: CounterName, call: Call, response: ServerResponse, fault?: string): void {
      counters[counter] += 1;
      const entry = { at: now(), method: call.method, path: call.path, ...details(call) };
      const record = { response, entry: fault === undefined ? entry : { ...entry, fault } };
      records = [...records, record].slice(-keptEntries);
    },
    counters: (): Counters => ({ ...counters }),
    log: (): LogEntry[] => records.map(readRecord),
    reset(): void {
      counters = noRequests();
      records = [];
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;

function noRequests(): Counters {
  return { token: 0, currentlyPlaying: 0, recentlyPlayed: 0, me: 0, image: 0, other: 0 };
}

function readRecord({ response, entry }: LogRecord): LogEntry {
  return { ...entry, status: response.headersSent ? response.statusCode : null };
}

function details(call: Call): { query?: string; grantType?: string } {
  const grantType =
    call.path === "/api/token" ? new URLSearchParams(call.body).get("grant_type") : null;
  const shown = [...call.query].map(
    ([name, value]) => `${name}=${harmless.has(name) ? value : "…"}`,
  );
  return {
    ...(shown.length === 0 ? {} : { query: shown.join("&") }),
    ...(grantType === null ? {} : { grantType: grantType.slice(0, 40) }),
  };
}
