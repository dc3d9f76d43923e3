import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { join, resolve } from "node:path";
import nextEnv from "@next/env";
import { z } from "zod";
import { end, onInterrupt, onOrphaned } from "./children";
import { readWantedPort, requirePort } from "./ports";
import { ROOT, fail } from "./project";

const builtSchema = z.object({ config: z.object({ basePath: z.string() }) });

/** `npm start`: the standalone server, with the project's .env files and its data folder. */
async function start(): Promise<void> {
  const server = join(ROOT, ".next/standalone/server.js");
  if (!existsSync(server))
    throw new Error("There is no build to start: run `npm run build` first.");
  nextEnv.loadEnvConfig(ROOT, false);
  const port = readWantedPort(process.env.PORT);
  await requirePort(port);
  const basePath = readBuiltPath();
  // Next names the address without it.
  if (basePath) console.log(`The site lies at http://127.0.0.1:${port}${basePath}`);
  // The standalone server changes into its own folder, which the next build erases.
  const dataDir = resolve(ROOT, process.env.DATA_DIR || ".data");
  const child = spawn(process.execPath, [server], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", DATA_DIR: dataDir },
  });
  onInterrupt(() => end(child, 10_000));
  // Started by hand it may outlive its shell, as with nohup.
  if (process.env.npm_lifecycle_event) onOrphaned(() => process.kill(process.pid, "SIGTERM"));
  const [code] = await once(child, "exit");
  process.exitCode = Number(code ?? 0);
}

/** The base path that the site was built with. */
function readBuiltPath(): string {
  const file = join(ROOT, ".next/standalone/.next/required-server-files.json");
  return builtSchema.parse(JSON.parse(readFileSync(file, "utf8"))).config.basePath;
}

start().catch(fail);
