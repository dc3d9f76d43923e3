import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { describeEmulated } from "@/lib/testing/emulated-environment";
import { startEmulator } from "@/emulator/server";
import type { Emulator } from "@/emulator/server";
import { startNow } from "@/lib/now-playing/defer";
import { expectContract } from "@/lib/now-playing/testing/contract";
import { createLog, writeLine } from "@/lib/log";
import type { Event } from "@/lib/log";
import { createServer } from "./create-server";

const SECRET = "a-secret-of-more-than-32-characters";
const DAY_MS = 24 * 60 * 60_000;

const folders: string[] = [];
let emulator: Emulator | undefined;

afterEach(async () => {
  await emulator?.close();
  emulator = undefined;
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The item's server against an emulator, and all that it prints. */
async function start(variables: Readonly<Record<string, string>> = {}, now = Date.now) {
  emulator = await startEmulator({
    now,
    playlist: [
      { type: "track", title: "Notturno", artists: ["A"], album: "B", durationMs: 3_600_000 },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), "liner-notes-registry-"));
  folders.push(folder);
  const printed: string[] = [];
  const write = (event: Event) => void printed.push(writeLine(event));
  const server = createServer(
    {
      ...describeEmulated(emulator, folder),
      SESSION_SECRET: SECRET,
      ...variables,
    },
    { now, logOf: (area) => createLog(area, { now, write }) },
  );
  async function ask(headers: Readonly<Record<string, string>> = {}) {
    const request = new Request("http://app.test/api/now-playing", { headers });
    const response = await server.respond(request, startNow);
    const text = await response.text();
    if (text !== "") expectContract(JSON.parse(text));
    return { response, body: text === "" ? undefined : JSON.parse(text) };
  }
  return { ask, printed, folder };
}

describe("the item's server", () => {
  it("tells what is playing, with a cover and without a colour, and says 304 to who knows", async () => {
    const { ask } = await start();
    const { response, body } = await ask();
    expect(response.status).toBe(200);
    expect(body).toMatchObject({ state: "playing", title: "Notturno" });
    expect(body.art).toContain(emulator?.url);
    expect(body.tint).toBeUndefined();
    const etag = String(response.headers.get("etag"));
    expect((await ask({ "if-none-match": etag })).response.status).toBe(304);
  });

  it("keeps what it stores in a folder, and on Vercel in memory", async () => {
    const here = await start();
    await here.ask();
    expect(readdirSync(here.folder)).not.toEqual([]);
    await emulator?.close();
    const onVercel = await start({ DATA_DIR: "", VERCEL: "1" });
    vi.spyOn(process, "cwd").mockReturnValue(onVercel.folder);
    expect((await onVercel.ask()).body).toMatchObject({ state: "playing" });
    expect(readdirSync(onVercel.folder)).toEqual([]);
  });

  it("asks nothing and shows nothing while a variable is wrong, and names it once", async () => {
    const { ask, printed } = await start({ SPOTIFY_DAILY_BUDGET: "many" });
    expect((await ask()).body).toEqual({ v: 1, state: "unavailable", reason: "misconfigured" });
    await ask();
    expect(printed.filter((line) => line.includes("SPOTIFY_DAILY_BUDGET"))).toHaveLength(1);
  });

  it("is not connected before anything is set", async () => {
    const none = { SPOTIFY_CLIENT_ID: "", SPOTIFY_CLIENT_SECRET: "", SPOTIFY_REFRESH_TOKEN: "" };
    const { ask } = await start(none);
    expect((await ask()).body).toEqual({ v: 1, state: "unavailable", reason: "not_connected" });
  });

  it("warns in the log before the six months are over", async () => {
    const now = Date.now() + 175 * DAY_MS;
    const { ask, printed } = await start({ DATA_DIR: "", VERCEL: "1" }, () => now);
    await ask();
    expect(printed.join("\n")).not.toContain("days are left");
    const late = await start({
      DATA_DIR: "",
      VERCEL: "1",
      SPOTIFY_CONNECTED_AT: new Date(Date.now() - 175 * DAY_MS).toISOString(),
    });
    await late.ask();
    expect(late.printed.filter((line) => line.includes("7 days are left"))).toHaveLength(1);
  });
});
