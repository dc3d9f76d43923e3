import { resolve } from "node:path";

/** The project's folder, wherever a script is called from. */
export const ROOT = resolve(import.meta.dirname, "..");

/** Next's command line, run with the Node that runs us: no shell, no `npx`, the same on Windows. */
export const NEXT_CLI = resolve(ROOT, "node_modules/next/dist/bin/next");

/** Says why a script ends, in a sentence, and ends it. */
export function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
