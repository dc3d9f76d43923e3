import { connectionEndsAt, daysLeft, describeWarning, dueWarning } from "@/lib/connection/lifetime";
import type { ConnectionStatus } from "@/lib/connection/connection-status";
import type { EnvironmentProblem } from "@/lib/environment";
import type { EngineStatus } from "@/lib/now-playing/owners-view";
import type { Store } from "@/lib/store/store";

/** Something the owner should see to, in words that a reader can search for. */
export interface HealthProblem {
  readonly code: string;
  readonly message: string;
}

/** The body of `GET /api/health` for its owner: no music, no secret. */
export interface Health {
  /** `failing`: the music cannot be read. `warning`: it can, but something will break. */
  readonly status: "ok" | "warning" | "failing";
  readonly problems: readonly HealthProblem[];
  readonly connection: {
    readonly state: ConnectionStatus["state"];
    /** ISO dates; null where the day of the sign-in is not known. */
    readonly connectedAt: string | null;
    readonly endsAt: string | null;
    readonly daysLeft: number | null;
  };
  readonly lastReadingAt: string | null;
  readonly budget: { readonly limit: number; readonly remaining: number };
  /** Until when Spotify is left alone after a 429. */
  readonly gate: { readonly kind: "rate" | "quota"; readonly until: string } | null;
  readonly store: {
    readonly kind: Store["kind"];
    readonly durable: boolean;
    readonly shared: boolean;
    readonly works: boolean;
  };
}

/**
 * What everybody may read. When Spotify was read, and how much is spent, would tell what a publishing
 * delay, quiet hours or a hiding keep back: that something is heard, and when a song ends.
 */
export type PublicHealth = Omit<Health, "lastReadingAt" | "budget">;

export function publishHealth(health: Health): PublicHealth {
  const { lastReadingAt: _, budget: __, ...shown } = health;
  return shown;
}

export interface HealthFacts {
  readonly connection: ConnectionStatus;
  readonly engine: EngineStatus;
  readonly environmentProblems: readonly EnvironmentProblem[];
  /** What is wrong with the publishing policy, a sentence each. */
  readonly policyProblems: readonly string[];
  readonly store: Pick<Store, "kind" | "durable" | "shared">;
  /** Epoch ms. */
  readonly now: number;
}

/** Judges the facts: what is broken, what will break, and what to do about it. */
export function describeHealth({
  connection,
  engine,
  environmentProblems,
  policyProblems,
  store,
  now,
}: HealthFacts): Health {
  const failing = [
    ...environmentProblems.map(({ name, expected }) => ({
      code: "environment",
      message: `${name} cannot be used; expected: ${expected}.`,
    })),
    ...policyProblems.map((problem) => ({
      code: "policy",
      message: `content/site.ts, publishing: ${problem} Until it is mended nothing is told.`,
    })),
    ...judgeConnection(connection),
  ];
  const warnings = [...judgeLifetime(connection, now), ...judgeStore(connection, engine, store)];
  // While a variable is wrong Spotify is not asked, which needs no second word.
  if (environmentProblems.length === 0) {
    (isWeather(engine) ? warnings : failing).push(...judgeReadings(connection, engine));
  }
  const { authorizedAt } = connection;
  return {
    status: failing.length > 0 ? "failing" : warnings.length > 0 ? "warning" : "ok",
    problems: [...failing, ...warnings],
    connection: {
      state: connection.state,
      connectedAt: toIso(authorizedAt),
      endsAt: toIso(authorizedAt === undefined ? undefined : connectionEndsAt(authorizedAt)),
      daysLeft: authorizedAt === undefined ? null : daysLeft(authorizedAt, now),
    },
    lastReadingAt: toIso(engine.lastReadingAt),
    budget: { limit: engine.allowance.limit, remaining: engine.allowance.remaining },
    gate: engine.gate
      ? { kind: engine.gate.kind, until: new Date(engine.gate.until).toISOString() }
      : null,
    store: {
      kind: store.kind,
      durable: store.durable,
      shared: store.shared,
      works: !engine.storeFails,
    },
  };
}

const SIGN_IN = "Sign in at /owner, or run `npm run connect`.";

function judgeConnection({ state, disconnectedAt }: ConnectionStatus): HealthProblem[] {
  switch (state) {
    case "connected":
      return [];
    case "not_connected":
      return [
        {
          code: "not_connected",
          message: `${disconnectedAt === undefined ? "No Spotify account is connected." : `The owner ended the connection on ${toIso(disconnectedAt)?.slice(0, 10)}.`} ${SIGN_IN}`,
        },
      ];
    case "reauthorize":
      return [
        {
          code: "reauthorize",
          message: `Spotify refuses the author's authorization: the refresh token is expired, revoked or mangled (invalid_grant), or a fresh access token was refused. ${SIGN_IN}`,
        },
      ];
    case "misconfigured":
      return [
        {
          code: "misconfigured",
          message:
            "Spotify refuses the client (invalid_client). Copy SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET again from Spotify's developer dashboard.",
        },
      ];
  }
}

/** A failed reading or two after good ones will pass; what needs a person, or lasts, will not. */
function isWeather({ trouble, lastReadingAt, failuresInARow }: EngineStatus): boolean {
  return trouble?.reason === "unreachable" && lastReadingAt !== undefined && failuresInARow < 3;
}

function judgeReadings({ state }: ConnectionStatus, engine: EngineStatus): HealthProblem[] {
  const { trouble } = engine;
  if (!trouble || state !== "connected") return [];
  const { reason, retryAt = Infinity, message = explainTrouble(engine) } = trouble;
  const until =
    retryAt < Infinity ? ` It is asked again at ${new Date(retryAt).toISOString()}.` : "";
  return [{ code: reason, message: `${message}${until}` }];
}

/** Why nothing is read, where no answer of Spotify's says so. */
function explainTrouble({ gate, trouble }: EngineStatus): string {
  if (trouble?.reason !== "rate_limited") return "Spotify could not be read; the log says why.";
  if (gate?.kind === "quota") {
    return "The developer account's daily quota is spent (429, QUOTA_EXCEEDED).";
  }
  if (gate) return "Spotify's rate limit is reached (429): it is left alone for a while.";
  return "The day's budget of calls is spent (SPOTIFY_DAILY_BUDGET).";
}

function judgeLifetime({ authorizedAt, state }: ConnectionStatus, now: number): HealthProblem[] {
  if (state === "not_connected") return [];
  if (authorizedAt === undefined) {
    const message =
      "The day of the sign-in is not known, so nobody counts down its six months. Set SPOTIFY_CONNECTED_AT, or sign in again at /owner.";
    return [{ code: "connected_at_unknown", message }];
  }
  const warning = dueWarning(authorizedAt, now);
  if (warning === undefined) return [];
  return [{ code: "ends_soon", message: describeWarning(warning, authorizedAt) }];
}

function judgeStore(
  connection: ConnectionStatus,
  { storeFails }: EngineStatus,
  store: Pick<Store, "durable">,
): HealthProblem[] {
  const problems: HealthProblem[] = [];
  if (connection.isUnsaved) {
    const message =
      connection.disconnectedAt === undefined
        ? "The newest sign-in or refresh token could not be stored; it is lost when this process ends. Set SESSION_SECRET, and REDIS_URL or a DATA_DIR that can be written."
        : "That the connection was ended could not be stored: it holds for this process only. Remove SPOTIFY_REFRESH_TOKEN from the environment, too.";
    problems.push({ code: "token_unsaved", message });
  }
  if (storeFails) {
    const message =
      "The store cannot be used; the log says why. Everything is kept in this process's memory until it can.";
    problems.push({ code: "store_fails", message });
  }
  if (!store.durable) {
    const message =
      "There is no store but this process's memory: several instances do not share budget, gate, hiding and what was told once, and a restart forgets them, a sign-in at /owner too. Set REDIS_URL (Vercel's marketplace has a free Redis), or DATA_DIR on a server of your own.";
    problems.push({ code: "store_not_shared", message });
  }
  return problems;
}

function toIso(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString();
}
