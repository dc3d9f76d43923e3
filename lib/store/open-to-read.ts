import { constants, open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { say } from "@/lib/telling/say";
import { ExplainedError } from "@/lib/telling/explained-error";

/** Nothing that a store keeps is nearly as long, in bytes. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Something in the place of a file that no store has written: a pipe, a device, or gigabytes. */
export class UnfitFile extends ExplainedError {
  constructor() {
    super(
      say`Something in the store's folder is no file, or one of more than ${MOST_BYTES} bytes: no store has written it. Remove it.`,
    );
  }
}

/**
 * Opens a file or folder for reading, also where others may write to the folder: a pipe that nobody writes
 * to would take a thread of Node's for ever, of which it has four, and a device all memory.
 *
 * @throws {UnfitFile} for what is neither, or too long
 */
export async function openToRead(path: string): Promise<FileHandle> {
  // Without O_NONBLOCK to open a pipe is to wait for its writer. Windows has neither.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await file.stat();
    const isFit = found.isDirectory() || (found.isFile() && found.size <= MOST_BYTES);
    if (!isFit) throw new UnfitFile();
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
