import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startRedisServer } from "@/lib/store/testing/redis-server";

export const STORES = ["memory", "file", "redis"] as const;
export type StoreKind = (typeof STORES)[number];

/** A store of its own for one site. */
export interface Place {
  /** The variables that lead to it. */
  readonly variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function openPlace(kind: StoreKind): Promise<Place> {
  // Nothing can be written where Vercel runs it: that is what memory is for.
  if (kind === "memory") return { variables: { VERCEL: "1" }, close: () => Promise.resolve() };
  if (kind === "redis") {
    const server = await startRedisServer();
    return { variables: { REDIS_URL: server.url }, close: () => server.stop() };
  }
  const folder = mkdtempSync(join(tmpdir(), "liner-notes-place-"));
  const close = async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return { variables: { DATA_DIR: folder }, close };
}
