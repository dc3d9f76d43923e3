import { join } from "node:path";
import { thisMachine } from "./machine";
import type { Machine } from "./machine";
import { DRAFT } from "./write-atomically";

const ABANDONED_MS = 60_000;

/**
 * Removes the drafts that a killed process left in a folder: those older than a minute by the
 * file system's clock. Draft by draft, failures are passed over: another sweep may be quicker.
 */
export async function sweepDrafts(
  folder: string,
  { files, now }: Machine = thisMachine,
): Promise<void> {
  const names = await files.readdir(folder).catch(() => []);
  await Promise.all(
    names
      .filter((name) => DRAFT.test(name))
      .map(async (name) => {
        const path = join(folder, name);
        const file = await files.stat(path).catch(() => undefined);
        if (file === undefined || now() - file.mtimeMs <= ABANDONED_MS) return;
        await files.rm(path, { force: true }).catch(() => undefined);
      }),
  );
}
