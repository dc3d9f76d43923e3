import { randomUUID } from "node:crypto";
import { dirname } from "node:path";
import { nodeFiles } from "./files";
import type { Files } from "./files";

/** How drafts end, so that those of a killed process can be told and swept. */
export const DRAFT = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** A name for a draft of `path`, in the same folder, that nobody else will choose. */
export function nameDraft(path: string): string {
  return `${path}.${randomUUID()}.tmp`;
}

/**
 * Replaces a file whole: a reader finds the old text or the new one, also after a power cut.
 *
 * @param beforeCommit called last before the new text becomes visible; may throw to call it off
 */
export async function writeAtomically(
  path: string,
  text: string,
  beforeCommit: () => void,
  files: Files = nodeFiles,
): Promise<void> {
  const draft = nameDraft(path);
  try {
    const file = await files.open(draft, "wx", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    beforeCommit();
    await files.rename(draft, path);
  } catch (error) {
    await files.rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path), files);
}

// The rename itself is lost in a power cut until its folder is flushed. Windows cannot open a
// folder, some network mounts cannot flush one: there it is left to the system.
async function syncFolder(folder: string, files: Files): Promise<void> {
  try {
    const handle = await files.open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}
