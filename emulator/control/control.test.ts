import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startForTest } from "@/emulator/test-client";
import type { TestClient } from "@/emulator/test-client";

let client: TestClient;

beforeEach(async () => {
  client = await startForTest();
});

afterEach(() => client.emulator.close());

async function command(method: string, path: string, body?: unknown) {
  const answer = await client.command(method, `/control/${path}`, body);
  return { status: answer.status, body: await answer.json() };
}

describe("the control API", () => {
  it("starts the demo with a song that ends within the first minute", async () => {
    const { body } = await command("GET", "state");
    expect(body).toMatchObject({
      index: 0,
      isPlaying: true,
      playing: { title: "Gymnopédie No. 1" },
      quirk: null,
      faults: {},
      counters: { token: 0, currentlyPlaying: 0, recentlyPlayed: 0, me: 0, image: 0, other: 0 },
    });
    expect(body.durationMs - body.positionMs).toBe(25_000);
    expect(body.playlist).toHaveLength(17);
  });

  it("plays, pauses, seeks, skips, jumps and falls silent, and answers with the state after it", async () => {
    expect((await command("POST", "pause")).body).toMatchObject({ isPlaying: false });
    expect((await command("POST", "play")).body).toMatchObject({ isPlaying: true });
    expect((await command("POST", "seek", { positionMs: 5 })).body).toMatchObject({
      positionMs: 5,
    });
    expect((await command("POST", "next")).body).toMatchObject({ index: 1, positionMs: 0 });
    expect((await command("POST", "previous")).body).toMatchObject({ index: 0 });
    expect((await command("POST", "jump", { index: 3, positionMs: 9 })).body).toMatchObject({
      index: 3,
      positionMs: 9,
    });
    expect((await command("POST", "silence")).body).toMatchObject({
      playing: null,
      isPlaying: false,
    });
  });

  it("loads another playlist", async () => {
    const entries = [
      { type: "track", title: "Mine", artists: ["Me"], album: "Ours", durationMs: 1_000 },
      { type: "ad", durationMs: 500 },
    ];
    const loaded = await command("POST", "playlist", { entries, startAt: { index: 1 } });
    expect(loaded.body).toMatchObject({ index: 1, durationMs: 500 });
    client.advance(500);
    expect((await command("GET", "state")).body).toMatchObject({ playing: { title: "Mine" } });
  });

  it("sets options one by one", async () => {
    await command("POST", "options", { rotation: "on" });
    const { body } = await command("POST", "options", { latencyMs: { api: 1 } });
    expect(body.options).toMatchObject({
      rotation: "on",
      latencyMs: { api: 1, accounts: 0 },
      accessTokenSeconds: 3600,
    });
  });

  it("shows the faults in force and how often they still come", async () => {
    await command("POST", "fault", { host: "api", fault: "429", times: 2, retryAfterSeconds: 3 });
    const { body } = await command("POST", "fault", { host: "accounts", fault: "hang" });
    expect(body.faults).toEqual({
      api: { fault: "429", times: 2, retryAfterSeconds: 3 },
      accounts: { fault: "hang", times: null },
    });
    expect((await command("DELETE", "faults")).body.faults).toEqual({});
  });

  it("sets and clears a quirk", async () => {
    expect((await command("POST", "quirk", { quirk: "ghost" })).body.quirk).toBe("ghost");
    expect((await command("POST", "quirk", { quirk: null })).body.quirk).toBeNull();
  });

  it.each([
    ["seek", {}, /positionMs/],
    ["seek", { positionMs: -1 }, /positionMs/],
    ["jump", { index: 99 }, /between 0 and 16/],
    ["quirk", { quirk: "odd" }, /"ghost"/],
    ["fault", { host: "api", fault: "flood" }, /429-quota/],
    ["fault", { host: "images", fault: "invalid_grant" }, /faults of images are/],
    ["fault", { host: "moon", fault: "500" }, /"accounts"\|"api"\|"images"/],
    ["options", { rotation: "maybe" }, /"strict"/],
    ["options", { colour: "red" }, /colour/],
    ["playlist", { entries: [] }, /entries/],
    ["playlist", { entries: [{ type: "pause", durationMs: 5 }] }, /right after a track/],
    ["play", { loud: true }, /loud/],
    ["dance", {}, /POST \/control\/jump/],
  ])("refuses %s %j and says what is accepted", async (path, body, words) => {
    const refused = await command("POST", path, body);
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatch(words);
  });

  it("refuses what is not JSON", async () => {
    const answer = await fetch(`${client.emulator.url}/control/seek`, {
      method: "POST",
      body: "{",
    });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: "The body must be a JSON object." },
    ]);
  });
});

describe("the ledger", () => {
  it("counts by endpoint and forgets on request", async () => {
    const token = await client.accessToken();
    const playing = "/v1/me/player/currently-playing";
    const paths = [
      playing,
      playing,
      "/v1/me/player/recently-played",
      "/v1/me",
      "/v1/x",
      "/image/x",
    ];
    for (const path of paths) await client.get(path, token);
    expect((await command("GET", "state")).body.counters).toEqual({
      token: 1,
      currentlyPlaying: 2,
      recentlyPlayed: 1,
      me: 1,
      image: 1,
      other: 1,
    });
    await command("POST", "reset-counters");
    expect((await command("GET", "state")).body.counters.token).toBe(0);
    expect((await command("GET", "log")).body).toEqual([]);
  });

  it("tells grant types and statuses, and never a token, a secret, a code or a state", async () => {
    const { clientSecret, refreshToken } = client.emulator.credentials;
    const token = await client.accessToken();
    await client.get(`/v1/me?access_token=${token}&limit=3`, token);
    await client.get("/authorize?client_id=x&state=secret-state&code_challenge=secret-challenge");
    const { body } = await command("GET", "log");
    expect(body).toMatchObject([
      { method: "POST", path: "/api/token", grantType: "refresh_token", status: 200 },
      { method: "GET", path: "/v1/me", query: "access_token=…&limit=3", status: 200 },
      { method: "GET", path: "/authorize", status: 400 },
    ]);
    const written = JSON.stringify(body);
    for (const secret of [token, refreshToken, clientSecret, "secret-"])
      expect(written).not.toContain(secret);
  });

  it("has no status for what was never answered", async () => {
    await command("POST", "fault", { host: "api", fault: "reset" });
    await expect(client.get("/v1/me")).rejects.toThrow();
    expect((await command("GET", "log")).body).toMatchObject([{ status: null, fault: "reset" }]);
  });
});

describe("the emulator", () => {
  it("serves its remote control at both addresses", async () => {
    for (const path of ["/", "/control"]) {
      const answer = await client.get(path);
      expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
      const page = await answer.text();
      for (const word of ["429-quota", "hostile-urls", "ghost"]) expect(page).toContain(word);
    }
  });

  it("closes at once with requests hanging, dripping and delayed", async () => {
    const { control, close } = client.emulator;
    const token = await client.accessToken();
    control.fault({ host: "api", fault: "hang" });
    control.fault({ host: "accounts", fault: "slow-drip" });
    control.options({ latencyMs: { images: 60_000 } });
    const pending = [
      client.get("/v1/me", token),
      client.refresh().then((answer) => answer.text()),
      client.get("/image/x"),
    ];
    const ends = Promise.allSettled(pending);
    while (control.log().length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    const began = performance.now();
    await close();
    expect(performance.now() - began).toBeLessThan(1_000);
    expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  });

  it("delays by host", async () => {
    client.emulator.control.options({ latencyMs: { api: 80 } });
    const began = performance.now();
    await client.get("/v1/me");
    expect(performance.now() - began).toBeGreaterThan(70);
  });

  it("stands on localhost when asked to", async () => {
    const other = await startForTest({ host: "localhost" });
    expect(other.emulator.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect((await other.refresh()).status).toBe(200);
    await other.emulator.close();
  });
});
