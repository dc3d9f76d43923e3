import { chmod, chown, readFile, readlink, realpath, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { nameCode, quoteSetting, say } from "@/lib/telling/say";
import { ExplainedError } from "@/lib/telling/explained-error";
import { Secret } from "@/lib/secret";
import { createQueue } from "@/lib/store/queue";
import { readErrno } from "@/lib/store/store-error";
import { sweepDrafts } from "@/lib/store/sweep-drafts";
import { writeAtomically } from "@/lib/store/write-atomically";
import { editEnvText } from "./env-text";

/** Only the owner of the file may read what it holds. */
const MODE = 0o600;

/** Values by name; undefined removes one. */
type Changes = Readonly<Record<string, string | Secret | undefined>>;

const enqueue = createQueue();

/**
 * Sets (string) or removes (undefined) variables in a .env file, so that @next/env reads what was
 * given. Everything else in it stays to the byte; it is replaced whole, and ends with mode 0600. A
 * symbolic link stays one.
 *
 * @throws {Error} that says what to do, and holds no value; then nothing was changed
 */
export function updateEnvFile(path: string, changes: Changes): Promise<void> {
  return enqueue(path, async () => {
    try {
      await update(await followLink(path), changes);
    } catch (error) {
      throw explain(error, path, Object.keys(changes));
    }
  });
}

async function update(target: string, changes: Changes): Promise<void> {
  const found = await readText(target);
  const edited = editEnvText(found ?? "", mapValues(changes));
  if (edited === (found ?? "")) {
    if (found !== undefined) await chmod(target, MODE);
    return;
  }
  // Drafts of a process that was killed hold secrets too.
  await sweepDrafts(dirname(target));
  const before = await stat(target).catch(() => undefined);
  await writeAtomically(target, edited, () => undefined);
  // A tool that root runs must not take the file from the user under whom the site runs.
  if (before && process.getuid?.() === 0) await chown(target, before.uid, before.gid);
}

function mapValues(changes: Changes): Record<string, string | undefined> {
  const texts = Object.entries(changes).map(([name, value]) => [
    name,
    value instanceof Secret ? value.reveal() : value,
  ]);
  return Object.fromEntries(texts);
}

async function readText(target: string): Promise<string | undefined> {
  const file = await stat(target).catch((error: unknown) => {
    if (readErrno(error) === "ENOENT") return undefined;
    throw error;
  });
  if (file === undefined) return undefined;
  if (!file.isFile())
    throw new ExplainedError(
      say`${quoteSetting(target)} is not a file: move it away, then try again.`,
    );
  const bytes = await readFile(target);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new ExplainedError(
      say`${quoteSetting(target)} is not text in UTF-8: save it as such, then try again.`,
      { cause },
    );
  }
}

/** Where the text lives, also where a link leads to a file that does not exist yet. */
async function followLink(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (readErrno(error) !== "ENOENT") throw error;
    const target = await readlink(path).catch(() => undefined);
    // Without the remark for Turbopack, builds would ship the sources beside this file.
    return target === undefined ? path : resolve(/* turbopackIgnore: true */ dirname(path), target);
  }
}

function explain(error: unknown, path: string, names: readonly string[]): unknown {
  const errno = readErrno(error);
  if (errno === undefined) return error;
  return new ExplainedError(
    say`${quoteSetting(path)} cannot be written (${nameCode(errno) ?? "unknown"}). Give this user the right to write it and its folder, or set ${quoteSetting(names.join(", "))} there yourself.`,
    { cause: error },
  );
}
