import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pidusage from "pidusage";
import { startEmulator } from "@/emulator/server";
import type { Emulator, EmulatorOptions } from "@/emulator/server";
import { findFreePort } from "@/lib/store/testing/redis-server";
import { end, waitUntilServing } from "@/scripts/children";
import { describeEnvironment } from "@/scripts/emulator-environment";

/** What Spotify's hosts take to answer, in ms, on a usual day from a usual place. */
export const LATENCY_MS = { accounts: 120, api: 80 };

/** A process of the built app. */
export interface Server {
  readonly url: string;
  /** Its memory in bytes, and the processor time it has used in ms. */
  usage(): Promise<{ readonly rssBytes: number; readonly cpuMs: number }>;
  stop(): Promise<void>;
}

/** Spotify as it is played by the emulator, as far away as in life. */
export function startSpotify(options: EmulatorOptions = {}): Promise<Emulator> {
  return startEmulator({ latencyMs: LATENCY_MS, ...options });
}

/** Starts one process of the built app, which meets this emulator. */
export async function startServer(
  file: string,
  emulator: Emulator,
  environment: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), "liner-notes-bench-"));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [file], {
    stdio: "ignore",
    env: {
      ...process.env,
      ...describeEnvironment(emulator, { siteUrl: url, dataDir }),
      ...environment,
      NODE_ENV: "production",
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
    },
  });
  await waitUntilServing(`${url}/now-playing.schema.json`);
  return {
    url,
    async usage() {
      const { memory, ctime } = await pidusage(child.pid ?? 0);
      return { rssBytes: memory, cpuMs: ctime };
    },
    async stop() {
      await end(child);
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
