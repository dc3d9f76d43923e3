import { spawn } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { once } from "node:events";

/** Runs a program to its end. @throws when it ends with anything but 0 */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<void> {
  const child = spawn(command, args, { stdio: "inherit", ...options });
  const [code] = await once(child, "exit");
  if (code !== 0)
    throw new Error(`\`${[command, ...args].join(" ")}\` ended with ${String(code)}.`);
}

/** Ends a child, first gently; resolves when it is gone. */
export async function end(child: ChildProcess, graceMs = 3_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
  await gone;
  clearTimeout(timer);
}

/** Polls an address until it answers anything. @throws when it does not within the time (ms) */
export async function waitUntilServing(url: string, withinMs = 30_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(2_000) });
      return;
    } catch (cause) {
      if (Date.now() > deadline) throw new Error(`${url} did not start serving.`, { cause });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** How often it is looked whether the process above is still there, in ms. */
const LOOK_MS = 500;

/**
 * Calls `stop` when the process above ends. npm passes a SIGTERM on to its shell, and the shell ends
 * without a word (https://github.com/npm/cli/issues/6547): what it ran would go on, and keep its port.
 */
export function onOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, LOOK_MS).unref();
}

/** Calls `stop` once, at Ctrl-C or when the process is asked to end, then ends it. */
export function onInterrupt(stop: () => Promise<void>): void {
  let isStopping = false;
  const handle = () => {
    if (isStopping) return;
    isStopping = true;
    void stop().finally(() => process.exit(0));
  };
  process.on("SIGINT", handle);
  process.on("SIGTERM", handle);
  process.on("SIGHUP", handle);
}
