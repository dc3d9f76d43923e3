import type { Connection } from "@/lib/connection/connection";
import { connectionEndsAt, daysLeft, dueWarning } from "@/lib/connection/lifetime";
import type { Engine } from "@/lib/now-playing/engine";
import type { NowPlaying } from "@/lib/now-playing/wire";
import type { Store } from "@/lib/store/store";
import type { Console } from "./view";

const HOUR_MS = 60 * 60_000;

/** The page has its own words for these, at the top. */
const SAID_ELSEWHERE = new Set(["not_connected", "ends_soon"]);

export interface ConsoleFacts {
  readonly connection: ReturnType<Connection["status"]>;
  readonly engine: ReturnType<Engine["status"]>;
  readonly published: NowPlaying;
  readonly problems: Console["problems"];
  readonly store: Pick<Store, "kind" | "durable" | "shared">;
  readonly hasVariables: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** The owner's console, of what is known. */
export function describeConsole(facts: ConsoleFacts): Console {
  const { connection, engine, published, problems, store, hasVariables, now } = facts;
  const { state, origin, disconnectedAt, authorizedAt, scopes } = connection;
  const isDated = authorizedAt !== undefined;
  return {
    now,
    connection: {
      state,
      origin,
      disconnectedAt,
      connectedAt: authorizedAt,
      endsAt: isDated ? connectionEndsAt(authorizedAt) : undefined,
      daysLeft: isDated ? daysLeft(authorizedAt, now) : undefined,
      warning: isDated ? dueWarning(authorizedAt, now) : undefined,
      scopes,
    },
    published,
    hiddenUntil: engine.hiddenUntil,
    lastReadingAt: engine.lastReadingAt,
    budget: {
      limit: engine.allowance.limit,
      remaining: engine.allowance.remaining,
      hours: countByHour(engine.spending, now),
    },
    gate: engine.gate && { kind: engine.gate.kind, until: engine.gate.until },
    problems: problems.filter(({ code }) => !SAID_ELSEWHERE.has(code)),
    store: {
      kind: store.kind,
      durable: store.durable,
      shared: store.shared,
      works: !engine.storeFails,
    },
    hasVariables,
  };
}

/** Calls in each of the last 24 hours, the oldest first. */
function countByHour(spending: ConsoleFacts["engine"]["spending"], now: number): number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const [start, calls] of spending) {
    const hour = 23 - Math.floor(Math.max(0, now - start) / HOUR_MS);
    const index = Math.max(0, hour);
    hours[index] = (hours[index] ?? 0) + calls;
  }
  return hours;
}
