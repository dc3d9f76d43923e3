import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import pidusage from "pidusage";
import { z } from "zod";
import { findFreePort } from "@/lib/store/testing/redis-server";
import { end, waitUntilServing } from "@/scripts/children";
import type { Bend, Resolver, Vitals } from "./bent-process";
import type { VirtualClock } from "./virtual-clock";

interface BentSiteOptions {
  /** The standalone build's server.js. */
  readonly file: string;
  readonly clock: VirtualClock;
  readonly describe: (url: string) => Readonly<Record<string, string>>;
}

/** The production build in a process whose clock and resolver can be bent. */
export interface BentSite {
  readonly url: string;
  /** Tells the process the clock's present face, and how names are resolved from now on. */
  bend(resolver?: Resolver): Promise<void>;
  vitals(): Promise<Vitals & { readonly rssBytes: number; readonly openFiles: number }>;
  /** All that it has printed. */
  printed(): string;
  /** Without a goodbye. */
  kill(): Promise<void>;
  /** Starts it again on the same port, after it has ended. */
  start(): Promise<void>;
  /** Gently. */
  stop(): Promise<void>;
}

const vitalsShape = z.object({ heapBytes: z.number(), unhandled: z.array(z.string()) });

let preload: Promise<string> | undefined;

export async function startBentSite(options: BentSiteOptions): Promise<BentSite> {
  const { file, clock, describe } = options;
  preload ??= bundlePreload();
  const first = await preload;
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  let printed = "";
  let child: ChildProcess;
  let resolver: Resolver = "works";

  async function ask(message: Bend | "vitals"): Promise<unknown> {
    const answer = once(child, "message");
    child.send(message);
    const [said] = await answer;
    return said;
  }

  async function bend(next: Resolver = resolver): Promise<void> {
    resolver = next;
    await ask({ face: clock.face(), resolver });
  }

  async function start(): Promise<void> {
    child = spawn(process.execPath, ["--expose-gc", "--import", first, file], {
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: {
        ...process.env,
        ...describe(url),
        NODE_ENV: "production",
        PORT: String(port),
        HOSTNAME: "127.0.0.1",
      },
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    // What is asked first must already live in this time.
    await bend();
    // A page that asks nothing of Spotify tells that the server is up.
    await waitUntilServing(`${url}/now-playing.schema.json`);
  }

  await start();
  return {
    url,
    bend,
    printed: () => printed,
    start,
    async vitals() {
      const pid = child.pid ?? 0;
      const told = vitalsShape.parse(await ask("vitals"));
      const { memory } = await pidusage(pid);
      return { ...told, rssBytes: memory, openFiles: readdirSync(`/proc/${pid}/fd`).length };
    },
    async kill() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
    stop: () => end(child),
  };
}

/** Compiles what is loaded first, once for all processes: a loader for TypeScript would slow each start. */
async function bundlePreload(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "liner-notes-bent-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, "bent-process.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "bent-process.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
  });
  return outfile;
}
