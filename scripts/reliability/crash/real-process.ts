import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";

/** Longest wait for what a process is to say, in ms. */
const PATIENCE_MS = 30_000;

/** A process of its own, which says what it does in lines. */
export interface RealProcess {
  readonly pid: number;
  /** Waits until what it says from now on makes sense to `judge`. @throws when it never does */
  hear<T>(judge: (lines: readonly string[]) => T | undefined): Promise<T>;
  /** Ends it without a goodbye. */
  kill(): Promise<void>;
}

/** The program of {@link RealProcess}, in one file that starts quickly. */
export interface Program {
  start(settings: object): RealProcess;
  remove(): Promise<void>;
}

export async function bundleProgram(): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), "crash-child-"));
  const file = join(folder, "child.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "child.ts")],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    // The client of Redis is CommonJS, and asks for Node's modules in its way.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    logLevel: "error",
  });
  return {
    start: (settings) => startProcess(file, settings),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function startProcess(file: string, settings: object): RealProcess {
  const child = spawn(process.execPath, [file, JSON.stringify(settings)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  // A run that is ended in the middle leaves no process behind.
  const endWithUs = () => void child.kill("SIGKILL");
  process.on("exit", endWithUs);
  let lines: string[] = [];
  let wake: (() => void) | undefined;
  createInterface(child.stdout).on("line", (line) => {
    lines.push(line);
    wake?.();
  });

  async function hear<T>(judge: (lines: readonly string[]) => T | undefined): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    lines = [];
    while (Date.now() < deadline) {
      const heard = judge(lines);
      if (heard !== undefined) return heard;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, 100);
      });
    }
    throw new Error(`A process said nothing but: ${lines.slice(-5).join(" | ")}`);
  }

  return {
    pid: child.pid ?? 0,
    hear,
    async kill() {
      process.off("exit", endWithUs);
      child.kill("SIGKILL");
      await ended;
    },
  };
}
