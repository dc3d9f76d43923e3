import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEmulator } from "@/emulator/server";
import { connectOn } from "@/scripts/testing/connect";
import { SECRET, setStage } from "@/scripts/testing/stage";
import type { Stage } from "@/scripts/testing/stage";
import { examine } from "./examine";
import type { FindingCode } from "./findings";
import { gather } from "./gather";
import { judge } from "./judge";
import type { Check, Result } from "./result";

const QUICK = { hosts: 2_000, accounts: 250, api: 250 };

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.strike());

/** A site whose owner has pasted the emulator's token. */
function configure(more: Record<string, string> = {}): void {
  const { refreshToken, connectedAt, userId } = stage.emulator.credentials;
  const variables = {
    ...stage.client,
    SPOTIFY_REFRESH_TOKEN: refreshToken,
    SPOTIFY_CONNECTED_AT: connectedAt,
    SPOTIFY_OWNER_ID: userId,
    SESSION_SECRET: SECRET,
    ...more,
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}="${value}"\n`);
  stage.writeFile(lines.join(""));
}

async function look(
  shell: Record<string, string | undefined> = {},
  more: Partial<Parameters<typeof gather>[0]> = {},
): Promise<readonly Result[]> {
  const { make } = stage;
  const settings = stage.settings(shell);
  const facts = await gather({ settings, make, timeoutMs: QUICK, ...more });
  return facts ? judge(facts) : [];
}

function codesOf(results: readonly Result[]): (FindingCode | undefined)[] {
  return results.flatMap(({ code }) => (code ? [code] : []));
}

function at(results: readonly Result[], check: Check): Result | undefined {
  return results.find((result) => result.check === check);
}

/** How many calls each endpoint has got. */
function calls() {
  const { token, me, currentlyPlaying, recentlyPlayed, other } =
    stage.emulator.control.state().counters;
  return { token, me, currentlyPlaying, recentlyPlayed, other };
}

describe("a site in good health", () => {
  it("passes every check, and Spotify is asked three things", async () => {
    configure();
    const results = await look();
    expect(results.map(({ level }) => level)).toEqual(Array.from(results, () => "ok"));
    expect(results).toHaveLength(15);
    expect(calls()).toEqual({ token: 1, me: 1, currentlyPlaying: 1, recentlyPlayed: 0, other: 0 });
    expect(at(results, "budget")?.detail).toBe("2 of 700 calls spent in the last 24 hours");
    expect(at(results, "music")?.detail).toMatch(/^Playing: /);
  });

  it("has its refresh token tried, also while a stored access token is good", async () => {
    await connectOn(stage);
    const before = calls().token;
    expect(codesOf(await look())).toEqual([]);
    expect(calls().token).toBe(before + 1);
    stage.emulator.control.revoke();
    expect(codesOf(await look())).toEqual(["invalid_grant"]);
  });

  it("keeps its connection under strict rotation", async () => {
    configure();
    stage.emulator.control.options({ rotation: "strict" });
    for (let times = 0; times < 3; times++) expect(codesOf(await look())).toEqual([]);
  });

  it("is told of no colour, no secret, and in lines that fit", async () => {
    configure();
    const { screen, make } = stage;
    const settings = stage.settings();
    expect(await examine({ settings, screen, make, isJson: false })).toBe(true);
    expect(await examine({ settings, screen, make, isJson: true })).toBe(true);
    const shown = stage.shown();
    expect(shown).toContain("All is well.");
    expect(shown).not.toContain("\u001B");
    const person = shown.slice(0, shown.indexOf("{"));
    expect(person.split("\n").every((line) => line.length <= 80)).toBe(true);
    const { refreshToken, clientSecret } = stage.emulator.credentials;
    for (const secret of [refreshToken, clientSecret, SECRET, "BQ"])
      expect(shown).not.toContain(secret);
    expect(JSON.parse(shown.slice(shown.indexOf("{")))).toMatchObject({ ok: true });
  });
});

describe("a refresh token that Spotify replaces", () => {
  it.each([
    ["there is no secret to seal it with", { SESSION_SECRET: "" }, "session_secret_missing"],
    ["the store cannot be written", { DATA_DIR: "" }, "store_fails"],
  ])("is written into the file where %s", async (_, more, code) => {
    configure(more);
    const shell = "DATA_DIR" in more ? { DATA_DIR: stage.envFile } : {};
    stage.emulator.control.options({ rotation: "strict" });
    for (let times = 0; times < 2; times++) {
      const old = stage.readVariables().SPOTIFY_REFRESH_TOKEN;
      expect(codesOf(await look(shell))).toEqual([code, "token_moved"]);
      expect(stage.readVariables().SPOTIFY_REFRESH_TOKEN).not.toBe(old);
    }
  });
});

describe("a fault of Spotify's token endpoint", () => {
  it.each<[string, FindingCode, number]>([
    ["invalid_client", "invalid_client", 1],
    ["invalid_client-secret", "invalid_client", 1],
    ["invalid_client-401", "invalid_client", 1],
    ["invalid_grant-expired", "invalid_grant", 1],
    ["invalid_grant-revoked", "invalid_grant", 1],
    ["invalid_grant-invalid", "invalid_grant", 1],
    ["429", "token_rate_limited", 1],
    ["429-no-retry-after", "token_rate_limited", 1],
    ["503", "token_endpoint_fails", 1],
    ["html-502", "token_endpoint_fails", 1],
    ["bad-json", "token_endpoint_fails", 1],
    ["hang", "token_endpoint_fails", 1],
    ["reset", "token_endpoint_fails", 1],
  ])("%s is found as %s", async (fault, code, tokenCalls) => {
    configure();
    stage.emulator.control.fault({ host: "accounts", fault });
    const results = await look();
    expect(codesOf(results)).toEqual([code]);
    expect(calls()).toMatchObject({ token: tokenCalls, me: 0, currentlyPlaying: 0 });
    expect(at(results, "music")).toMatchObject({
      level: "not checked",
      detail: "there is no access token",
    });
  });

  it("is not asked for a second time before its time", async () => {
    configure();
    stage.emulator.control.fault({ host: "accounts", fault: "invalid_grant" });
    await look();
    const again = await look();
    expect(calls().token).toBe(1);
    expect(at(again, "refresh token")?.detail).toMatch(/asked again from \d{4}-.* UTC on\.$/);
  });
});

describe("a fault of Spotify's API", () => {
  it.each<[string, Check, FindingCode]>([
    ["401-permissions", "scopes", "insufficient_scope"],
    ["403-scope", "scopes", "insufficient_scope"],
    ["401-invalid", "account", "token_refused"],
    ["403-premium", "app", "premium_missing"],
    ["403-not-registered", "app", "user_not_registered"],
    ["429", "limits", "rate_limited"],
    ["429-quota", "limits", "quota_exceeded"],
    ["500", "music", "spotify_fails"],
    ["html", "music", "spotify_fails"],
    ["truncated", "music", "spotify_fails"],
    ["hang", "music", "spotify_fails"],
  ])("%s is found under %s as %s", async (fault, check, code) => {
    configure();
    stage.emulator.control.fault({ host: "api", fault });
    const results = await look();
    expect(codesOf(results)).toEqual([code]);
    expect(at(results, check)).toMatchObject({ level: "failed", code });
    expect(calls()).toMatchObject({ token: 1, me: 1, currentlyPlaying: 0 });
  });

  it("that lasts for hours is told in words, and keeps the site from asking too", async () => {
    configure();
    stage.emulator.control.fault({ host: "api", fault: "429-quota" });
    expect(at(await look(), "limits")?.detail).toMatch(/^Until .* UTC, for 14 hours\.$/);
    stage.emulator.control.clearFaults();
    const again = await look();
    expect(at(again, "limits")).toMatchObject({ code: "quota_exceeded" });
    expect(calls().me).toBe(1);
  });
});

describe("what the site may not do", () => {
  it("is told by the token's scopes", async () => {
    configure();
    stage.emulator.control.options({ grantedScopes: ["user-read-recently-played"] });
    expect(codesOf(await look())).toContain("insufficient_scope");
    stage.emulator.control.options({ grantedScopes: ["user-read-currently-playing"] });
    const results = await look();
    expect(codesOf(results)).toEqual([]);
    expect(at(results, "scopes")?.detail).toContain("without user-read-recently-played");
  });

  it("is to ask when its budget is spent", async () => {
    configure({ SPOTIFY_DAILY_BUDGET: "1" });
    const results = await look();
    expect(codesOf(results)).toEqual(["budget_spent"]);
    expect(at(results, "budget")?.detail).toBe("1 of 1 calls spent in the last 24 hours");
    expect(calls()).toMatchObject({ me: 1, currentlyPlaying: 0 });
  });
});

describe("the connection", () => {
  it("is missed where nobody has signed in, and the client is tried all the same", async () => {
    configure({ SPOTIFY_REFRESH_TOKEN: "" });
    const results = await look();
    expect(codesOf(results)).toEqual(["not_connected"]);
    expect(at(results, "client")).toMatchObject({ level: "ok" });
    configure({ SPOTIFY_REFRESH_TOKEN: "", SPOTIFY_CLIENT_SECRET: "0".repeat(32) });
    expect(codesOf(await look())).toEqual(["invalid_client", "not_connected"]);
  });

  it("of another account than the owner's is noticed", async () => {
    configure({ SPOTIFY_OWNER_ID: "somebody-else" });
    const results = await look();
    expect(codesOf(results)).toEqual(["other_account"]);
    expect(at(results, "account")?.detail).toBe("It is Ada Quill (marginalia-owner).");
  });

  it("that was sealed with another secret is noticed", async () => {
    await connectOn(stage);
    const { SPOTIFY_REFRESH_TOKEN: _, SPOTIFY_CONNECTED_AT: __, ...rest } = stage.readVariables();
    configure({ ...rest, SESSION_SECRET: "quite another secret of forty characters" });
    expect(codesOf(await look())).toEqual(["secret_changed"]);
  });

  it.each<[string, string | undefined, FindingCode[]]>([
    ["in the middle of its life", "2026-06-01", []],
    ["in its last month", "2026-05-10", ["ends_soon"]],
    ["beyond its end", "2026-04-01", ["six_months_over"]],
    ["of unknown age", "", ["connected_at_unknown"]],
  ])("%s is judged by its day", async (_, day, codes) => {
    configure({ SPOTIFY_CONNECTED_AT: day ?? "" });
    const results = await look({}, { now: () => Date.UTC(2026, 9, 20) });
    expect(codesOf(results).filter((code) => !code?.startsWith("clock_"))).toEqual(codes);
  });
});

describe("the surroundings", () => {
  it("are empty at first, which is one line", async () => {
    const { screen, make } = stage;
    const settings = stage.settings();
    expect(await examine({ settings, screen, make, isJson: false })).toBe(false);
    expect(stage.shown()).toBe("No Spotify app is set: run `npm run connect`.\n");
    expect(calls().token).toBe(0);
    expect(readdirSync(stage.folder)).toEqual([]);
  });

  it.each([
    ["SPOTIFY_CLIENT_SECRET", ""],
    ["SPOTIFY_CLIENT_ID", "two words"],
    ["SITE_URL", "nonsense"],
    ["SESSION_SECRET", "short-and-hidden"],
    ["REDIS_URL", "http://:hidden@host"],
  ])("are named where %s is malformed, and Spotify is not asked", async (name, value) => {
    configure({ [name]: value });
    const results = await look();
    expect(codesOf(results)).toEqual(["environment_malformed"]);
    expect(at(results, "environment")?.detail).toContain(`${name} cannot be used; expected:`);
    expect(JSON.stringify(results)).not.toMatch(/hidden|nonsense/);
    expect(calls().token).toBe(0);
    for (const check of ["hosts", "client", "refresh token"] as const)
      expect(at(results, check)).toMatchObject({ level: "not checked" });
  });

  it("are found wanting where secrets can be read, or are missing", async () => {
    configure({ SESSION_SECRET: "", SPOTIFY_OWNER_ID: "" });
    chmodSync(stage.envFile, 0o644);
    const results = await look();
    expect(codesOf(results)).toEqual([
      "env_file_readable",
      "session_secret_missing",
      "owner_missing",
    ]);
    expect(results[1]?.detail).toBe(".env.local has mode 644.");
  });

  it.each<[string, FindingCode[], string]>([
    ["https://site.example", [], "https://site.example/owner/callback"],
    ["http://localhost:3000", ["redirect_localhost"], "http://127.0.0.1/owner/callback"],
    ["http://site.example", ["redirect_insecure"], "http://127.0.0.1/owner/callback"],
    ["https://site.example/notes", [], "https://site.example/notes/owner/callback"],
    ["http://127.0.0.1:3000", [], "http://127.0.0.1/owner/callback"],
  ])("have a redirect URI to register: %s", async (url, codes, uri) => {
    configure({ SITE_URL: url });
    const results = await look();
    expect(codesOf(results)).toEqual(codes);
    expect(at(results, "redirect URI")?.detail?.split(" ")).toContain(uri);
  });

  it("have a clock, which is compared with Spotify's", async () => {
    configure();
    const early = await look({}, { now: () => Date.now() + 45_000 });
    expect(codesOf(early)).toEqual(["clock_off"]);
    const late = await look({}, { now: () => Date.now() - 10.5 * 60_000 });
    expect(codesOf(late)).toContain("clock_wrong");
    expect(at(late, "clock")?.detail).toBe("11 minutes behind");
  });

  it("have a store, and its trouble is passed on", async () => {
    configure();
    const results = await look({ DATA_DIR: stage.envFile });
    expect(codesOf(results)).toEqual(["store_fails"]);
    expect(at(results, "store")?.detail).toContain("Set DATA_DIR to a folder");
  });

  it("have a Redis that is away, and its password stays unsaid", async () => {
    configure({ SPOTIFY_REFRESH_TOKEN: "" });
    const results = await look({ REDIS_URL: "redis://:hidden-word@127.0.0.1:1" });
    expect(codesOf(results)).toEqual(["store_fails"]);
    expect(at(results, "store")?.detail).toContain("ECONNREFUSED");
    expect(at(results, "refresh token")?.detail).toContain("the store, which may hold the sign-in");
    expect(JSON.stringify(results)).not.toContain("hidden-word");
  });

  it("leave nothing behind in the store but what the site itself keeps", async () => {
    configure();
    mkdirSync(join(stage.folder, "data"));
    writeFileSync(join(stage.folder, "data/mine.txt"), "mine");
    await look();
    expect(existsSync(join(stage.folder, "data/doctor_probe.json"))).toBe(false);
    expect(readFileSync(join(stage.folder, "data/mine.txt"), "utf8")).toBe("mine");
  });
});

describe("a host", () => {
  it("that refuses the connection is named, and what needs it is left out", async () => {
    configure();
    await stage.emulator.close();
    const results = await look();
    expect(codesOf(results)).toEqual(["host_refused"]);
    expect(at(results, "hosts")?.detail).toContain("(ECONNREFUSED)");
    expect(at(results, "clock")).toMatchObject({ level: "not checked" });
    expect(at(results, "refresh token")?.detail).toContain("accounts host has to be reached");
  });

  it("of the API alone that is away leaves the token to be tried", async () => {
    configure();
    const away = await startEmulator();
    await away.close();
    const results = await look({ SPOTIFY_API_URL: away.url });
    expect(codesOf(results)).toEqual(["host_refused"]);
    expect(at(results, "refresh token")).toMatchObject({ level: "ok" });
    expect(at(results, "music")?.detail).toBe("Spotify's API has to be reached first");
  });

  it("whose certificate is not believed is told from one that is silent", async () => {
    configure();
    // Plain http is no TLS: what comes back cannot be believed.
    const url = stage.emulator.url.replace("http:", "https:");
    const results = await look({ SPOTIFY_ACCOUNTS_URL: url });
    expect(codesOf(results)).toEqual(["host_tls"]);
  });
});
