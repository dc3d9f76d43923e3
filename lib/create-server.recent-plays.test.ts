import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { faultIdsOf } from "@/emulator/faults";
import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { expectPlaysContract } from "@/lib/now-playing/testing/contract";
import { describeEmulated } from "@/lib/testing/emulated-environment";
import { createServer } from "./create-server";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 20, 20);

let time = START;
let folder: string;
let emulator: Emulator;
const now = (): number => time;
const later: Promise<void>[] = [];
const defer = (work: () => Promise<void>): void => void later.push(work());
const quiet = (): void => undefined;

beforeEach(async () => {
  time = START;
  folder = mkdtempSync(join(tmpdir(), "liner-notes-plays-"));
  emulator = await startEmulator({ now });
});

afterEach(async () => {
  await Promise.allSettled(later.splice(0));
  await emulator.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

type Options = Parameters<typeof createServer>[1];

/** A server on the shared folder, and what it tells of the last plays. */
function open(options: Options = {}, variables: Readonly<Record<string, string>> = {}) {
  const log = { info: quiet, warn: quiet, error: quiet };
  const environment = { ...describeEmulated(emulator, folder), ...variables };
  const server = createServer(environment, { now, logOf: () => log, ...options });
  async function ask(headers: Readonly<Record<string, string>> = {}) {
    const request = new Request("http://site.test/api/recently-played", { headers });
    return server.respondRecentPlays(request, defer);
  }
  async function list() {
    const response = await ask();
    expect(response.status).toBe(200);
    const body = await response.json();
    expectPlaysContract(body);
    return body.items;
  }
  const playing = async () =>
    (await server.respond(new Request("http://site.test/"), defer)).json();
  return { ask, list, playing };
}

const calls = () => emulator.control.state().counters;

describe("GET /api/recently-played", () => {
  it("tells the ten last tracks that Spotify knows of, newest first", async () => {
    const items = await open().list();
    expect(items).toHaveLength(10);
    const withCover = items.find((item: object) => "art" in item);
    const moments = items.map(({ playedAt }: { playedAt: number }) => playedAt);
    expect(moments).toEqual(moments.toSorted((a: number, b: number) => b - a));
    expect(Object.keys(withCover).toSorted()).toEqual([
      "album",
      "art",
      "artSmall",
      "artists",
      "durationMs",
      "kind",
      "playedAt",
      "title",
      "url",
    ]);
  });

  it("may be read by any page, and kept by caches for a moment, but not past the next reading", async () => {
    const { ask } = open();
    const { headers } = await ask();
    expect(Object.fromEntries(headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "ETag, Age, Date",
      "cache-control": "public, max-age=0, must-revalidate",
      "cdn-cache-control": "max-age=15",
      "vercel-cdn-cache-control": "max-age=15",
      "content-type": "application/json",
      "x-content-type-options": "nosniff",
    });
    time += 4 * MINUTE + 50_500;
    expect((await ask()).headers.get("cdn-cache-control")).toBe("max-age=9");
  });

  it("answers 304 to a client that has it, but through Vercel's cache", async () => {
    const { ask } = open();
    const etag = String((await ask()).headers.get("etag"));
    expect((await ask({ "if-none-match": `"other", W/${etag}` })).status).toBe(304);
    expect((await ask({ "if-none-match": etag, "x-vercel-id": "fra1::x" })).status).toBe(200);
    expect((await ask({ "if-none-match": '"other"' })).status).toBe(200);
  });

  it("makes one token call and one API call for a cold crowd", async () => {
    const { list } = open();
    const crowd = await Promise.all(Array.from({ length: 100 }, () => list()));
    expect(crowd.every((items) => items.length === 10)).toBe(true);
    expect(calls()).toMatchObject({ token: 1, recentlyPlayed: 1, currentlyPlaying: 0 });
  });

  it("shares its reading with the player's, which looks for the last song in silence", async () => {
    emulator.control.silence();
    const { list, playing } = open();
    const [now, items] = await Promise.all([playing(), list()]);
    expect(now).toMatchObject({ state: "recent", title: items[0].title });
    time += 4 * MINUTE;
    await Promise.all([playing(), list()]);
    expect(calls().recentlyPlayed).toBe(1);
  });

  it("is read at most once in five minutes by all servers of one folder", async () => {
    const servers = [open(), open()];
    for (let minute = 0; minute < 30; minute++) {
      await Promise.all(servers.map(({ list }) => list()));
      time += MINUTE;
    }
    expect(calls().recentlyPlayed).toBe(6);
  });

  it("has one turn for all, when they begin at the same moment", async () => {
    const lists = await Promise.all([open(), open(), open()].map(({ list }) => list()));
    expect(calls().recentlyPlayed).toBe(1);
    expect(lists.filter(({ length }) => length === 10)).toHaveLength(1);
  });

  it.each(faultIdsOf("api"))(
    "is empty or true through %s, and itself again afterwards",
    async (fault) => {
      const { list } = open();
      emulator.control.fault({ host: "api", fault, times: 50 });
      const items = await list();
      if (!fault.startsWith("hostile-")) expect(items).toEqual([]);
      // A refused access token is renewed, and the call made once more.
      const most = fault.startsWith("401") ? 2 : 1;
      for (let looks = 0; looks < 5; looks++) await list();
      time += 4 * MINUTE;
      await list();
      expect(calls().recentlyPlayed).toBeLessThanOrEqual(most);

      emulator.control.clearFaults();
      time += 18 * HOUR;
      expect(await list()).not.toHaveLength(0);
    },
  );

  it.each(["500", "429", "invalid_grant", "html", "no-refresh-token"])(
    "gets over %s of the token endpoint",
    async (fault) => {
      const { list } = open();
      emulator.control.fault({ host: "accounts", fault });
      await list();
      emulator.control.clearFaults();
      time += 7 * HOUR;
      expect(await list()).not.toHaveLength(0);
    },
  );

  it("closes the gate for everybody when Spotify refuses it", async () => {
    const { list, playing } = open();
    emulator.control.fault({ host: "api", fault: "429", retryAfterSeconds: 600 });
    expect(await list()).toEqual([]);
    expect(await playing()).toMatchObject({ state: "unavailable", reason: "rate_limited" });
    expect(await open().playing()).toMatchObject({ reason: "rate_limited" });
    expect(calls().currentlyPlaying).toBe(0);
  });

  it("is not asked for while the player's gate is closed", async () => {
    const { list, playing } = open();
    emulator.control.fault({ host: "api", fault: "429", retryAfterSeconds: 600 });
    await playing();
    expect(await list()).toEqual([]);
    expect(calls().recentlyPlayed).toBe(0);
  });

  it("is empty, and costs no call, without the scope", async () => {
    emulator.control.options({ grantedScopes: ["user-read-currently-playing"] });
    expect(await open().list()).toEqual([]);
    expect(calls().recentlyPlayed).toBe(0);
  });

  it.each<[string, Options, Record<string, string>]>([
    ["its author wants none told", { recentlyPlayed: false }, {}],
    ["nobody is connected", {}, { SPOTIFY_REFRESH_TOKEN: "" }],
    ["no app is set", {}, { SPOTIFY_CLIENT_ID: "", SPOTIFY_CLIENT_SECRET: "" }],
    ["the environment is broken", {}, { SPOTIFY_DAILY_BUDGET: "many" }],
    ["the budget is nothing", {}, { SPOTIFY_DAILY_BUDGET: "0" }],
  ])("is empty where %s", async (_, options, variables) => {
    expect(await open(options, variables).list()).toEqual([]);
    expect(calls().recentlyPlayed).toBe(0);
  });

  it("leaves no word of the music in the store", async () => {
    const items = await open().list();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), "utf8"));
    expect(texts.join("\n")).toContain("ledger");
    for (const { title, url } of items) {
      expect(texts.join("\n")).not.toContain(title);
      expect(texts.join("\n")).not.toContain(url);
    }
  });
});
