import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { faultIdsOf } from "@/emulator/faults";
import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { chooseArt } from "@/lib/artwork/choose-art";
import { isAllowedImage, parseImageOrigins } from "@/lib/artwork/image-origins";
import { createConnection } from "@/lib/connection/connection";
import { keepCredentials } from "@/lib/testing/keep-credentials";
import { createMemoryStore } from "@/lib/store/memory-store";
import { createEngine } from "./engine";
import type { Engine } from "./engine";
import { createSpotifySource } from "./spotify-source";
import { expectContract } from "./testing/contract";
import { MINUTE, NOW, SECOND } from "./testing/made";

let emulator: Emulator;
let engine: Engine;
let time = NOW;
const now = (): number => time;
const { origins } = parseImageOrigins("https://i.scdn.co http://127.0.0.1:*");
const isAllowed = (url: string): boolean => isAllowedImage(url, origins);
const quiet = (): void => undefined;

beforeAll(async () => {
  emulator = await startEmulator({ now });
});
afterAll(() => emulator.close());

beforeEach(() => {
  emulator.control.clearFaults();
  emulator.control.jump({ index: 0, positionMs: 1_000 });
  emulator.control.play();
  emulator.control.resetCounters();
  const { clientId, clientSecret, refreshToken } = keepCredentials(emulator.credentials);
  const timeoutMs = { accounts: 2_000, api: 250 };
  const hosts = { accountsUrl: emulator.url, apiUrl: emulator.url, now, timeoutMs };
  const store = createMemoryStore({ now });
  const connection = createConnection({
    hosts,
    credentials: { clientId, clientSecret },
    environment: { refreshToken },
    store,
    now,
    log: { info: quiet, warn: quiet, error: quiet },
  });
  const source = createSpotifySource({
    connection,
    hosts,
    dailyBudget: 700,
    chooseArt: (images) => chooseArt(images, isAllowed),
    now,
  });
  engine = createEngine({ source, store, now, random: () => 1 });
});

function callsMade(): number {
  return emulator.control.state().counters.currentlyPlaying;
}

describe("the engine over real HTTP", () => {
  it("answers a crowd with one token call and one API call, and keeps one body while the song plays", async () => {
    const crowd = await Promise.all(Array.from({ length: 300 }, () => engine.read()));
    expect(new Set(crowd.map(({ etag }) => etag)).size).toBe(1);
    expectContract(crowd[0]?.nowPlaying);
    expect(emulator.control.state().counters).toMatchObject({ token: 1, currentlyPlaying: 1 });
    time += 20 * SECOND;
    expect((await engine.read()).etag).toBe(crowd[0]?.etag);
    expect(callsMade()).toBe(2);
  });

  it.each(faultIdsOf("api"))("gets over %s, and keeps the contract meanwhile", async (fault) => {
    const cold = await engine.read();
    emulator.control.fault({ host: "api", fault });
    time += 20 * SECOND;
    const meanwhile = await engine.read();
    expectContract(meanwhile.nowPlaying);
    const calls = callsMade();
    await engine.read();
    expect(callsMade()).toBe(calls);

    emulator.control.clearFaults();
    time = (engine.status().gate?.until ?? time) + 30 * MINUTE;
    emulator.control.jump({ index: 0, positionMs: 1_000 });
    const after = await engine.read();
    expectContract(after.nowPlaying);
    expect(after.nowPlaying).toMatchObject({ state: "playing" });
    expect(after.nowPlaying).not.toHaveProperty("stale");
    expect(cold.nowPlaying).toMatchObject({ state: "playing" });
  });
});
