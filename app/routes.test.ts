import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { expectContract } from "@/lib/now-playing/testing/contract";
import { GET as getHealth } from "./api/health/route";
import { GET as getNowPlaying, OPTIONS } from "./api/now-playing/route";
import { GET as go } from "./go/route";
import { GET as getCard } from "./now-playing.svg/route";

const folder = mkdtempSync(join(tmpdir(), "liner-notes-routes-"));
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({
    playlist: [
      { type: "track", title: "A <b>& C", artists: ["D"], album: "E", durationMs: 3_600_000 },
    ],
  });
  const { clientId, clientSecret, refreshToken, connectedAt } = emulator.credentials;
  for (const [name, value] of Object.entries({
    SPOTIFY_CLIENT_ID: clientId,
    SPOTIFY_CLIENT_SECRET: clientSecret,
    SPOTIFY_REFRESH_TOKEN: refreshToken,
    SPOTIFY_CONNECTED_AT: connectedAt,
    SPOTIFY_ACCOUNTS_URL: emulator.url,
    SPOTIFY_API_URL: emulator.url,
    SPOTIFY_IMAGE_ORIGINS: emulator.url,
    DATA_DIR: folder,
  })) {
    vi.stubEnv(name, value);
  }
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the routes", () => {
  it("tell what is playing, within the contract", async () => {
    const response = await getNowPlaying(new Request("http://site.test/api/now-playing"));
    const body = await response.json();
    expectContract(body);
    expect(body).toMatchObject({ state: "playing", title: "A <b>& C" });
    const etag = String(response.headers.get("etag"));
    const again = new Request("http://site.test/", { headers: { "if-none-match": "*" } });
    expect((await getNowPlaying(again)).status).toBe(304);
    expect(etag).toMatch(/^"[\w-]{16}"$/);
    expect(OPTIONS().headers.get("access-control-allow-origin")).toBe("*");
  });

  it("draw it, with its words escaped and nothing allowed to run", async () => {
    const response = await getCard(new Request("http://site.test/now-playing.svg"));
    expect(response.headers.get("content-type")).toContain("image/svg+xml");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await response.text()).toContain("A &lt;b&gt;&amp; C");
  });

  it("lead to it on Spotify, and nowhere else", async () => {
    const response = await go();
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toMatch(/^https:\/\/open\.spotify\.com\/track\//);
  });

  it("say how the site fares, and are not kept by anyone", async () => {
    const response = await getHealth(new Request("http://site.test/api/health"));
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ connection: { state: "connected" } });
  });
});
