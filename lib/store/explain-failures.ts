import type { Sentence } from "@/lib/telling/say";
import { nameCode, quoteSetting, say } from "@/lib/telling/say";
import { readErrno, StoreError } from "./store-error";

/**
 * Runs work on a folder and turns the system's refusals into errors that say what to do.
 *
 * @throws {StoreError} with the system's error as its `cause`
 */
export async function explainFailures<T>(
  code: "unreadable" | "unwritable",
  folder: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const errno = readErrno(error);
    if (error instanceof StoreError || errno === undefined) throw error;
    throw new StoreError(
      code,
      say`${describe(code, errno, folder)} (${nameCode(errno) ?? "unknown"})`,
      { cause: error },
    );
  }
}

function describe(code: "unreadable" | "unwritable", errno: string, name: string): Sentence {
  const folder = quoteSetting(name);
  const doing = code === "unreadable" ? "read" : "write";
  switch (errno) {
    case "ENOSPC":
    case "EDQUOT":
      return say`The disk of the store's folder ${folder} is full: free some space, or set DATA_DIR to a folder on another disk.`;
    case "EIO":
      return say`The disk of the store's folder ${folder} is broken or gone: see the system's log, or set DATA_DIR to a folder on another disk.`;
    case "EMFILE":
    case "ENFILE":
      return say`The store's folder ${folder} cannot be opened, because this process or its machine has too many files open: raise that limit (ulimit -n), or see what holds so many.`;
    case "ENOTDIR":
    case "EEXIST":
      return say`${folder} cannot be a folder, because it or a part of its path is a file. Set DATA_DIR to a folder this process may write.`;
    default:
      return say`This process may not ${doing} the store's folder ${folder}. Set DATA_DIR to a folder this process may write, or give it the right to.`;
  }
}
