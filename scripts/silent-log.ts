import type { Log } from "@/lib/log";

/** A tool says in its own words what came of its work. */
export const SILENT_LOG: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
