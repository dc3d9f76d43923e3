import { describe, expect, it } from "vitest";
import { describeHealth } from "./health";
import type { HealthFacts } from "./health";

const DAY = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 20);

function judge(changes: {
  connection?: Partial<HealthFacts["connection"]>;
  engine?: Partial<HealthFacts["engine"]>;
  store?: HealthFacts["store"];
  environmentProblems?: HealthFacts["environmentProblems"];
  policyProblems?: HealthFacts["policyProblems"];
}) {
  return describeHealth({
    connection: {
      state: "connected",
      authorizedAt: NOW - 10 * DAY,
      disconnectedAt: undefined,
      origin: "environment",
      scopes: undefined,
      isUnsaved: false,
      ...changes.connection,
    },
    engine: {
      lastReadingAt: NOW,
      trouble: undefined,
      failuresInARow: 0,
      allowance: { limit: 700, remaining: 700, returning: 0 },
      gate: undefined,
      storeFails: false,
      ...changes.engine,
    },
    environmentProblems: changes.environmentProblems ?? [],
    policyProblems: changes.policyProblems ?? [],
    store: changes.store ?? { kind: "file", durable: true, shared: true },
    now: NOW,
  });
}

const messageAt = (engine: Partial<HealthFacts["engine"]>) =>
  judge({ engine }).problems[0]?.message;

const messageOf = (disconnectedAt: number | undefined) =>
  judge({ connection: { state: "not_connected", disconnectedAt } }).problems[0]?.message;

const codes = (changes: Parameters<typeof judge>[0]) =>
  judge(changes).problems.map(({ code }) => code);

describe("health", () => {
  it("fails while the publishing policy cannot be kept to, and names what is wrong", () => {
    const { status, problems } = judge({ policyProblems: ["delaySeconds cannot be used."] });
    expect(status).toBe("failing");
    expect(problems[0]?.message).toContain("delaySeconds");
  });

  it("says of a disconnection that could not be stored what is left to do", () => {
    const connection = { state: "not_connected", disconnectedAt: NOW, isUnsaved: true } as const;
    const { problems } = judge({ connection });
    expect(problems.at(-1)?.message).toContain("Remove SPOTIFY_REFRESH_TOKEN");
  });

  it("says why nothing is read, in the words of the failure or of the limit", () => {
    const message = "The owner of the Spotify app has no active Premium subscription.";
    expect(messageAt({ trouble: { reason: "misconfigured", message } })).toBe(message);
    const trouble = { reason: "rate_limited", retryAt: NOW } as const;
    const again = "It is asked again at 2026-11-20T00:00:00.000Z.";
    const gate = { kind: "quota", until: NOW, refusals: 1 } as const;
    expect(messageAt({ trouble, gate })).toMatch(/QUOTA_EXCEEDED/);
    expect(messageAt({ trouble })).toMatch(/SPOTIFY_DAILY_BUDGET/);
    expect(messageAt({ trouble })).toContain(again);
  });

  it("tells an ended connection from one that never was", () => {
    expect(messageOf(undefined)).toMatch(/^No Spotify account.*Sign in at \/owner/);
    expect(messageOf(NOW)).toMatch(/^The owner ended the connection on 2026-11-20/);
  });

  it("is ok, with the days counted down, when nothing is wrong", () => {
    expect(judge({})).toMatchObject({ status: "ok", problems: [], connection: { daysLeft: 170 } });
  });

  it.each([
    ["not_connected", "not_connected"],
    ["reauthorize", "reauthorize"],
    ["misconfigured", "misconfigured"],
  ] as const)("fails while the connection is %s", (state, code) => {
    expect(judge({ connection: { state } }).status).toBe("failing");
    expect(codes({ connection: { state } })).toContain(code);
  });

  it("names a bad variable", () => {
    const environmentProblems = [{ name: "SITE_URL", expected: "an address" }];
    expect(judge({ environmentProblems })).toMatchObject({
      status: "failing",
      problems: [
        { code: "environment", message: "SITE_URL cannot be used; expected: an address." },
      ],
    });
  });

  it("takes one failed reading for weather, and three for news", () => {
    const trouble = { reason: "unreachable" } as const;
    expect(judge({ engine: { trouble, failuresInARow: 1 } }).status).toBe("warning");
    expect(judge({ engine: { trouble, failuresInARow: 3 } }).status).toBe("failing");
    const never = { trouble, failuresInARow: 1, lastReadingAt: undefined };
    expect(judge({ engine: never }).status).toBe("failing");
  });

  it("fails while the gate is closed or the budget spent, and says until when", () => {
    const trouble = { reason: "rate_limited", retryAt: NOW + DAY } as const;
    const health = judge({
      engine: { trouble, gate: { kind: "quota", until: NOW + DAY, refusals: 1 } },
    });
    expect(health).toMatchObject({ status: "failing", gate: { kind: "quota" } });
    expect(health.problems[0]?.message).toContain("2026-11-21");
  });

  it.each([
    [150, "ends_soon"],
    [179.5, "ends_soon"],
    [181, "ends_soon"],
  ])("warns on day %d of six months", (days, code) => {
    expect(codes({ connection: { authorizedAt: NOW - days * DAY } })).toContain(code);
  });

  it("says when nobody knows the day of the sign-in, and what is not kept", () => {
    expect(codes({ connection: { authorizedAt: undefined } })).toEqual(["connected_at_unknown"]);
    expect(codes({ store: { kind: "memory", durable: false, shared: false } })).toEqual([
      "store_not_shared",
    ]);
    expect(codes({ engine: { storeFails: true } })).toEqual(["store_fails"]);
    expect(codes({ connection: { isUnsaved: true } })).toEqual(["token_unsaved"]);
  });
});
