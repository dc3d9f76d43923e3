import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { faultIdsOf } from "@/emulator/faults";
import { startEmulator } from "@/emulator/server";
import type { PlaylistEntry } from "@/emulator/playlist/entry";
import { expectContract } from "@/lib/now-playing/testing/contract";
import { createLog, writeLine } from "@/lib/log";
import type { Event } from "@/lib/log";
import { toldCold } from "@/lib/testing/told-cold";
import { createServer } from "./create-server";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SECRET = "the-clients-own-secret-of-this-test";

/** Longer than any test moves the clock: what changes is Spotify's answer, not the music. */
const SONG: PlaylistEntry = {
  type: "track",
  title: "Vexations",
  artists: ["Erik Satie"],
  album: "840 Times",
  durationMs: 18 * HOUR,
};

const PATIENT = { timeout: 20_000 };
const folders: string[] = [];

/** The whole server against an emulator of its own, on one clock that can be moved. */
async function startBoth() {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const emulator = await startEmulator({ now, playlist: [SONG] });
  const { clientId, clientSecret, refreshToken } = emulator.credentials;
  const printed: string[] = [];
  const write = (event: Event) => void printed.push(writeLine(event));
  const folder = mkdtempSync(join(tmpdir(), "liner-notes-faults-"));
  folders.push(folder);
  const server = createServer(
    {
      SPOTIFY_CLIENT_ID: clientId,
      SPOTIFY_CLIENT_SECRET: clientSecret,
      SPOTIFY_REFRESH_TOKEN: refreshToken,
      SPOTIFY_CONNECTED_AT: new Date().toISOString(),
      SPOTIFY_ACCOUNTS_URL: emulator.url,
      SPOTIFY_API_URL: emulator.url,
      SPOTIFY_IMAGE_ORIGINS: emulator.url,
      SESSION_SECRET: SECRET,
      DATA_DIR: folder,
    },
    { now, logOf: (area) => createLog(area, { now, write }) },
  );
  const bodies: string[] = [];
  const later: Promise<void>[] = [];
  const defer = (work: () => Promise<void>) => void later.push(work());

  return {
    control: emulator.control,
    now,
    moveClock: (ms: number) => (ahead += ms),
    async ask() {
      const started = performance.now();
      const response = await server.respond(new Request("http://site.test/"), defer);
      const tookMs = performance.now() - started;
      const text = await response.text();
      bodies.push(text);
      const body = JSON.parse(text);
      expect(response.status).toBe(200);
      expectContract(body);
      return { body, tookMs };
    },
    /** Until all that was left for after an answer is done. */
    settle: () => Promise.allSettled(later),
    async end() {
      await Promise.allSettled(later);
      bodies.push(JSON.stringify(await server.readHealth(new Headers(), defer)));
      await emulator.close();
      const secrets = [clientSecret, refreshToken, SECRET, "Bearer", "Basic "];
      const said = [...bodies, ...printed].join("\n");
      for (const secret of secrets) expect(said).not.toContain(secret);
      // Every access token of the emulator, and of Spotify, begins like this.
      expect(said).not.toMatch(/BQ[\w-]{40}/);
    },
  };
}

const CASES = (["accounts", "api"] as const).flatMap((host) =>
  faultIdsOf(host).map((fault) => ({ host, fault })),
);

describe("whatever Spotify does, visitors get a true answer in time", () => {
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it.concurrent.for(CASES)(
    "$host $fault, with nothing known",
    PATIENT,
    async ({ host, fault }, { expect }) => {
      const both = await startBoth();
      both.control.fault({ host, fault });
      const { body, tookMs } = await both.ask();
      expect(tookMs).toBeLessThan(4_500);
      expect(body.reason ?? body.state).toBe(toldCold(host, fault));

      await both.settle();
      both.control.clearFaults();
      // As soon as the answer said, or five minutes later at the most.
      both.moveClock(Math.max(5 * MINUTE, (body.retryAt ?? 0) - both.now()) + 1_000);
      const { body: after } = await both.ask();
      expect(after).toMatchObject({ state: "playing", title: "Vexations" });
      await both.end();
    },
  );

  it.concurrent.for(CASES)(
    "$host $fault, with a last good reading",
    PATIENT,
    async ({ host, fault }, { expect }) => {
      const both = await startBoth();
      const { body: before } = await both.ask();
      expect(before).toMatchObject({ state: "playing", title: "Vexations" });

      // The reading is due, and the access token at its end.
      both.moveClock(HOUR);
      both.control.fault({ host, fault });
      const { body, tookMs } = await both.ask();
      expect(tookMs).toBeLessThan(1_200);
      expect(body.state).not.toBe("unavailable");
      await both.end();
    },
  );
});
