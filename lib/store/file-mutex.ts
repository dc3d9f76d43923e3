import { randomUUID } from "node:crypto";
import { z } from "zod";
import { quoteSetting, say } from "@/lib/telling/say";
import type { Files } from "./files";
import { thisMachine } from "./machine";
import type { Machine } from "./machine";
import { parseJson } from "./parse-json";
import { readErrno, StoreError } from "./store-error";
import { nameDraft } from "./write-atomically";

/*
 * Mutual exclusion between processes, without flock (Node has none).
 *
 * Taking: the holder's identity is written to a draft and link()ed to the mutex's name. A link
 * appears whole or not at all, and fails where the name exists.
 *
 * Taking over: a mutex is never taken from a living process, however long it stalls. That of an
 * ended one is removed, and only by whoever holds a second mutex that is named after the dead
 * holder's token. Its holder looks again before removing: tokens never come back, the dead do
 * not release, and all others who would remove need the same second mutex, so what is removed is
 * what was seen, and never a successor's. A process that dies while taking over leaves the
 * second mutex, which is then taken over in the same way.
 *
 * Only where nobody can tell whether the holder lives (other containers on one folder, pids
 * given out again outside Linux) does age decide: taken over after a minute, while the holder
 * itself commits nothing after half a minute.
 */
const BELIEVED_MS = 60_000;
const COMMIT_WITHIN_MS = 30_000;

const holderShape = z.object({
  token: z.string(),
  pid: z.number(),
  start: z.string().nullable(),
  space: z.string(),
});

/**
 * Runs `work` while no other process of this machine runs work under the same `path`.
 *
 * @param path the mutex's file; its folder must exist
 * @param work is given a check that throws when it is too late to commit anything
 * @param waitMs how long to wait for another holder, in ms
 * @throws {StoreError} `busy` after `waitMs`; system errors of the folder as they are
 */
export async function withFileMutex<T>(
  path: string,
  waitMs: number,
  work: (checkHeld: () => void) => Promise<T>,
  machine: Machine = thisMachine,
): Promise<T> {
  const token = await acquire(path, performance.now() + waitMs, machine);
  const since = machine.now();
  try {
    return await work(() => {
      if (Math.abs(machine.now() - since) > COMMIT_WITHIN_MS) throw describeBusy(path);
    });
  } finally {
    await release(path, token, machine);
  }
}

/** Tokens of mutexes that could not be removed when their work was done: nobody holds them. */
const abandoned = new Set<string>();

async function acquire(path: string, deadline: number, machine: Machine): Promise<string> {
  const { files } = machine;
  const draft = nameDraft(path);
  try {
    const holder = { token: randomUUID(), ...(await machine.identifySelf()) };
    await files.writeFile(draft, JSON.stringify(holder), { mode: 0o600, flag: "wx" });
    while (!(await tryLink(draft, path, files))) {
      const stale = await readStaleToken(path, machine);
      if (stale !== undefined) await remove(path, stale, deadline, machine);
      else if (performance.now() >= deadline) throw describeBusy(path);
      else await machine.sleep(1 + Math.random() * 7);
    }
    return holder.token;
  } finally {
    // A mutex that is held must not be forgotten over a draft, which will be swept.
    await files.rm(draft, { force: true }).catch(() => undefined);
  }
}

// A holder that stalled for over a minute may have been taken for dead: then it is not ours.
async function release(path: string, token: string, machine: Machine): Promise<void> {
  try {
    const found = await readHolder(path, machine);
    if (found?.holder?.token === token) await machine.files.rm(path, { force: true });
  } catch {
    // The disk is in trouble, and what was done under the mutex has succeeded or failed without it.
    abandoned.add(token);
  }
}

async function remove(
  path: string,
  token: string,
  deadline: number,
  machine: Machine,
): Promise<void> {
  const claim = `${path}.${token.slice(0, 8)}`;
  const claimToken = await acquire(claim, deadline, machine);
  try {
    if ((await readStaleToken(path, machine)) === token) {
      await machine.files.rm(path, { force: true });
      abandoned.delete(token);
    }
  } finally {
    await release(claim, claimToken, machine);
  }
}

async function tryLink(draft: string, path: string, files: Files): Promise<boolean> {
  try {
    await files.link(draft, path);
    return true;
  } catch (error) {
    const code = readErrno(error);
    // Windows answers EPERM for a name whose removal is not finished.
    if (code === "EEXIST" || (process.platform === "win32" && code === "EPERM")) return false;
    throw error;
  }
}

/** The token of a holder that may be taken over; undefined while it may not, or nobody holds. */
async function readStaleToken(path: string, machine: Machine): Promise<string | undefined> {
  const found = await readHolder(path, machine);
  if (found === undefined) return undefined;
  if (found.holder && abandoned.has(found.holder.token)) return found.holder.token;
  const old = found.ageMs > BELIEVED_MS;
  // A power cut may leave the name without its content.
  if (found.holder === undefined) return old ? "unreadable" : undefined;
  return ((await machine.hasEnded(found.holder)) ?? old) ? found.holder.token : undefined;
}

async function readHolder(path: string, { files, now }: Machine) {
  try {
    // Through one handle, so that age and content are of the same file.
    const file = await files.open(path, "r");
    try {
      const { mtimeMs } = await file.stat();
      const holder = parseJson(holderShape, await file.readFile("utf8"));
      return { ageMs: now() - mtimeMs, holder };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (readErrno(error) === "ENOENT") return undefined;
    throw error;
  }
}

function describeBusy(path: string): StoreError {
  return new StoreError(
    "busy",
    say`Another process is writing for too long (${quoteSetting(path)}). Try again; if it goes on, end the process that stalls, or remove that file when none is running.`,
  );
}
