import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseEnvelope } from "@/lib/store/envelope";
import { DRAFT } from "@/lib/store/write-atomically";

/** What lies in a file store's folder. */
export interface FolderLook {
  /** Files that a store could not read, or has moved aside because it could not. */
  readonly unreadable: readonly string[];
  /** Drafts of writes that nobody finished, or has not yet. */
  readonly drafts: readonly string[];
  /** Signs that somebody writes, or died over it. */
  readonly mutexes: readonly string[];
  /** What no store has any business to leave. */
  readonly strange: readonly string[];
}

/** Looks at a file store's folder without changing anything; one that is not there is empty. */
export async function lookAtFolder(folder: string): Promise<FolderLook> {
  const names = await readdir(folder).catch((): string[] => []);
  const drafts = names.filter((name) => DRAFT.test(name));
  const mutexes = names.filter((name) => /\.json\.writing(?:\.[0-9a-f]{8})*$/.test(name));
  const values = names.filter((name) => name.endsWith(".json"));
  const aside = names.filter((name) => name.includes(".malformed-"));
  const whole = new Set([...drafts, ...mutexes, ...values, ...aside]);
  const texts = await Promise.all(
    values.map((name) => readFile(join(folder, name), "utf8").catch(() => undefined)),
  );
  return {
    // One that is gone by now was erased by a process that lives.
    unreadable: [
      ...aside,
      ...values.filter((_, i) => texts[i] !== undefined && !parseEnvelope(texts[i])),
    ],
    drafts,
    mutexes,
    strange: names.filter((name) => !whole.has(name)),
  };
}
