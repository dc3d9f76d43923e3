import { spawn } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test as base } from "@playwright/test";
import pidusage from "pidusage";
import { startEmulator } from "@/emulator/server";
import type { Emulator, EmulatorOptions } from "@/emulator/server";
import { findFreePort } from "@/lib/store/testing/redis-server";
import { end, waitUntilServing } from "@/scripts/children";
import { describeEnvironment } from "@/scripts/emulator-environment";
import { song } from "./songs";

const SERVER = resolve(import.meta.dirname, "../.next/standalone/server.js");

/** The production build, running against an emulator of its own. */
export interface Site extends Instance {
  readonly emulator: Emulator;
  readonly dataDir: string;
}

export interface SiteOptions {
  readonly emulator?: EmulatorOptions;
  /** Variables that differ from those of the demo. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** One process of the production build. */
export interface Instance {
  readonly url: string;
  readonly api: string;
  /** All that it has printed. */
  log(): string;
  /** Ends it and starts it again on the same port. */
  restart(overrides?: Readonly<Record<string, string>>): Promise<void>;
  isRunning(): boolean;
  /** Asks it to end, as Docker does, and answers its exit code. */
  askToEnd(signal: "SIGTERM" | "SIGINT"): Promise<number | null>;
  /** In bytes, as the system counts it. */
  readMemory(): Promise<number>;
  stop(): Promise<void>;
}

/** How a server is started, where that is not the usual way. */
interface Launch {
  readonly node: string;
  readonly server: string;
  /** The folder and the user that it runs in and as, and what it inherits of the environment. */
  readonly options: Pick<SpawnOptions, "cwd" | "uid" | "gid" | "env">;
}

const USUALLY: Launch = {
  node: process.execPath,
  server: SERVER,
  options: { env: process.env },
};

/** Starts the production build on a port of its own, with these variables. */
export async function startInstance(
  describe: (url: string) => Readonly<Record<string, string>>,
  { node, server, options }: Launch = USUALLY,
): Promise<Instance> {
  if (!existsSync(SERVER)) throw new Error("There is no build to test: run `npm run build` first.");
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  let printed = "";
  let child: ChildProcess;

  async function start(overrides: Readonly<Record<string, string>> = {}): Promise<void> {
    child = spawn(node, [server], {
      ...options,
      env: {
        ...options.env,
        ...describe(url),
        ...overrides,
        NODE_ENV: "production",
        PORT: String(port),
        HOSTNAME: "127.0.0.1",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    // A page that asks nothing of Spotify tells that the server is up.
    await waitUntilServing(`${url}/now-playing.schema.json`);
  }

  await start();
  return {
    url,
    api: `${url}/api/now-playing`,
    log: () => printed,
    async restart(overrides) {
      await end(child);
      await start(overrides);
    },
    readMemory: async () => (await pidusage(child.pid ?? 0)).memory,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async askToEnd(signal) {
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
    stop: () => end(child),
  };
}

export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const emulator = await startEmulator(options.emulator);
  const dataDir = mkdtempSync(join(tmpdir(), "liner-notes-e2e-"));
  const instance = await startInstance((url) => ({
    ...describeEnvironment(emulator, { siteUrl: url, dataDir }),
    ...options.environment,
  }));
  return {
    ...instance,
    emulator,
    dataDir,
    async stop() {
      await instance.stop();
      await emulator.close();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A test with a site of its own, which ends with it. */
export const test = base.extend<{ siteOptions: SiteOptions; site: Site }>({
  siteOptions: [{}, { option: true }],
  site: async ({ siteOptions }, use) => {
    const site = await startSite(siteOptions);
    await use(site);
    await site.stop();
  },
});
/** A test that looks only: all of a worker's share one site, in which a song plays. */
export const lookingTest = base.extend<object, { site: Site }>({
  site: [
    async ({ browserName: _browserName }, use) => {
      const site = await startSite({
        emulator: { playlist: [song("Notturno", 3_600, { explicit: true })] },
      });
      await use(site);
      await site.stop();
    },
    { scope: "worker" },
  ],
});
export { expect } from "@playwright/test";
