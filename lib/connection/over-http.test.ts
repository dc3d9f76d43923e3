import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { keepCredentials } from "@/lib/testing/keep-credentials";
import { fetchCurrentlyPlaying } from "@/lib/spotify/player";
import type { SpotifyHosts } from "@/lib/spotify/request";
import type { Connection } from "./connection";
import { HOUR, START, failureOf, rehearse } from "./testing/rehearsal";

/** Instances of the site and the emulator of Spotify, over real HTTP, on one moved clock. */

let scene: ReturnType<typeof rehearse>;
let emulator: Emulator;
let hosts: SpotifyHosts;
beforeEach(async () => {
  scene = rehearse();
  emulator = await startEmulator({ now: scene.now });
  hosts = { accountsUrl: emulator.url, apiUrl: emulator.url, now: scene.now };
});
afterEach(() => emulator.close());

function connect(): Connection {
  const credentials = keepCredentials(emulator.credentials);
  const environment = { refreshToken: credentials.refreshToken, connectedAt: START };
  return scene.connect({ hosts, credentials, environment });
}

async function listen(connection: Connection) {
  return connection.withAccessToken((token) => fetchCurrentlyPlaying(hosts, token));
}

function tokenCalls(): number {
  return emulator.control.state().counters.token;
}

describe("two instances under strict rotation", () => {
  it("outlive twenty renewals and a restart each time", async () => {
    emulator.control.options({ rotation: "strict" });
    for (let hour = 0; hour < 20; hour++) {
      const playbacks = await Promise.all([connect(), connect()].map(listen));
      expect(playbacks.map(({ type }) => type)).toEqual(["item", "item"]);
      scene.advance(HOUR);
    }
    expect(tokenCalls()).toBe(20);
  });

  it("are mended by one renewal when their access token is taken away", async () => {
    emulator.control.options({ rotation: "strict" });
    const instances = [connect(), connect()];
    await Promise.all(instances.map(listen));
    emulator.control.expireAccessTokens();
    const playbacks = await Promise.all(instances.map(listen));
    expect(playbacks.map(({ type }) => type)).toEqual(["item", "item"]);
    expect(tokenCalls()).toBe(2);
  });
});

describe("the end of an authorization", () => {
  it("comes after six months, whatever was renewed, and is named", async () => {
    const connection = connect();
    await listen(connection);
    scene.advance(180 * 24 * HOUR);
    expect(await failureOf(listen(connection))).toMatchObject({ code: "reauthorize" });
    expect(connection.status().state).toBe("reauthorize");
  });

  it("that the owner wished lets the access token live to its end", async () => {
    const connection = connect();
    await listen(connection);
    emulator.control.revoke();
    expect(await listen(connection)).toMatchObject({ type: "item" });
    scene.advance(HOUR);
    expect(await failureOf(listen(connection))).toMatchObject({ code: "reauthorize" });
  });

  it("does not come of a scope that is missing", async () => {
    emulator.control.options({ grantedScopes: [] });
    expect(await failureOf(listen(connect()))).toMatchObject({ code: "permissions_missing" });
    expect(tokenCalls()).toBe(1);
  });
});
