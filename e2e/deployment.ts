import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test as base } from "@playwright/test";
import { startEmulator } from "@/emulator/server";
import type { EmulatorOptions } from "@/emulator/server";
import { describeEnvironment } from "@/scripts/emulator-environment";
import { startInstance } from "./site";
import type { Site } from "./site";

const STANDALONE = resolve(import.meta.dirname, "../.next/standalone");

/** Nobody: root could write anywhere, so a server that root starts runs as this user. */
const NOBODY = 65_534;

/** The standalone build in a folder of its own, in which it may not write. */
export interface Deployment extends Omit<Site, "dataDir"> {
  /** A folder that exists, and that the server may read only. */
  readonly readOnlyFolder: string;
  /** A line for every file of the build: where, when and what. */
  listFiles(): string[];
}

interface DeploymentOptions {
  readonly emulator?: EmulatorOptions;
  /** All that the server knows besides Spotify: nothing of the shell that runs the tests. */
  readonly environment?: Readonly<Record<string, string>>;
}

async function deploy(options: DeploymentOptions): Promise<Deployment> {
  if (!existsSync(join(STANDALONE, "server.js")))
    throw new Error("There is no build to test: run `npm run build` first.");
  const place = mkdtempSync(join(tmpdir(), "liner-notes-deployment-"));
  const app = join(place, "app");
  cpSync(STANDALONE, app, { recursive: true, verbatimSymlinks: true });
  const readOnlyFolder = join(place, "data");
  mkdirSync(readOnlyFolder);
  setWritable(place, false);

  const emulator = await startEmulator(options.emulator);
  const { node, as } = chooseRunner(place);
  const instance = await startInstance(
    () => ({
      ...describeEnvironment(emulator, { siteUrl: "", dataDir: "" }),
      ...options.environment,
    }),
    { node, server: "server.js", options: { cwd: app, ...as } },
  );
  return {
    ...instance,
    emulator,
    readOnlyFolder,
    listFiles: () => listPaths(app).map((path) => describeFile(path)),
    async stop() {
      await instance.stop();
      await emulator.close();
      setWritable(place, true);
      rmSync(place, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Which Node runs the server, and as whom: Node itself may lie where nobody but root can read. */
function chooseRunner(place: string): { node: string; as: { uid?: number; gid?: number } } {
  if (process.getuid?.() !== 0) return { node: process.execPath, as: {} };
  const node = join(place, "node");
  copyFileSync(process.execPath, node);
  chmodSync(node, 0o555);
  return { node, as: { uid: NOBODY, gid: NOBODY } };
}

function setWritable(place: string, isWritable: boolean): void {
  const write = isWritable ? 0o200 : 0;
  for (const path of [place, ...listPaths(place)]) {
    const stats = lstatSync(path);
    if (stats.isSymbolicLink()) continue;
    chmodSync(path, (stats.isDirectory() ? 0o555 : 0o444) | write);
  }
}

/** Everything below a folder, what is above before what is in it. */
function listPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function describeFile(path: string): string {
  const stats = lstatSync(path);
  const hash = stats.isFile() ? createHash("sha256").update(readFileSync(path)).digest("hex") : "";
  return `${path} ${stats.mode} ${stats.mtimeMs} ${hash}`;
}

/** A test with a deployment of its own, which ends with it. */
export const test = base.extend<{ deploymentOptions: DeploymentOptions; site: Deployment }>({
  deploymentOptions: [{}, { option: true }],
  site: async ({ deploymentOptions }, use) => {
    const site = await deploy(deploymentOptions);
    await use(site);
    await site.stop();
  },
});
export { expect } from "@playwright/test";
