import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Tell } from "@/lib/telling/events";
import { lookAt, settle } from "./envelope-file";
import type { Envelope } from "./envelope";
import { explainFailures } from "./explain-failures";
import { withFileMutex } from "./file-mutex";
import { thisMachine } from "./machine";
import type { Machine } from "./machine";
import { createQueue } from "./queue";
import { openStore } from "./slots";
import type { Store } from "./store";
import { sweepDrafts } from "./sweep-drafts";
import { writeAtomically } from "./write-atomically";

const WAIT_MS = 5000;
const SWEEP_EVERY_MS = 60_000;

/** How mutexes end: those of files, and those that are taken to remove one. */
const MUTEX = /\.json\.writing(?:\.[0-9a-f]{8})*$/;

export interface FileStoreOptions {
  /** Made with the first write, readable by its owner only. */
  readonly folder: string;
  /** Epoch ms; decides what has expired. */
  readonly now?: () => number;
  /** Told, in one sentence, what its reader should see to. */
  readonly warn?: Tell;
  readonly machine?: Machine;
}

/**
 * A store in a folder: one file per key, mode 0600, shared by the processes of one machine.
 * Readers never wait and never see half a file; writers wait for each other, at most 5 s.
 * What has expired is erased when it is read, or within about a minute of some other write.
 */
export function createFileStore({
  folder,
  now = Date.now,
  warn = () => undefined,
  machine = thisMachine,
}: FileStoreOptions): Store {
  const { files } = machine;
  const enqueue = createQueue();
  let sweptAt = -Infinity;

  // Keys hold neither "_" nor ".", so no two slots share a file, and no file is another's mutex.
  // Without the remark for Turbopack, builds would ship every JSON file of the project.
  const locate = (slot: string) =>
    join(/* turbopackIgnore: true */ folder, `${slot.replaceAll("/", "_")}.json`);

  async function withFile<T>(
    path: string,
    waitMs: number,
    work: (current: Envelope | undefined, checkHeld: () => void) => Promise<T>,
  ): Promise<T> {
    return enqueue(path, () =>
      withFileMutex(
        `${path}.writing`,
        waitMs,
        async (checkHeld) => work(await settle(path, now(), warn, files), checkHeld),
        machine,
      ),
    );
  }

  // A reader in passing: whoever holds the file will tidy it, and a folder that cannot be
  // written is reported by the writes.
  async function tidy(path: string): Promise<void> {
    await withFile(path, 0, async () => undefined).catch(() => undefined);
  }

  async function sweep(): Promise<void> {
    if (Math.abs(now() - sweptAt) < SWEEP_EVERY_MS) return;
    sweptAt = now();
    await sweepDrafts(folder, machine);
    const names = await files.readdir(folder).catch(() => []);
    for (const name of names.filter((name) => /^[a-z0-9_-]+(?:\.lock)?\.json$/.test(name))) {
      const path = join(folder, name);
      const found = await lookAt(path, now(), files).catch(() => undefined);
      if (found?.state === "expired") await tidy(path);
    }
    // One whose process died is removed by whoever takes it, but nobody may want it any more.
    for (const name of names.filter((name) => MUTEX.test(name))) {
      await withFileMutex(join(folder, name), 0, async () => undefined, machine).catch(
        () => undefined,
      );
    }
  }

  return openStore(
    { kind: "file", durable: true, shared: true },
    {
      read: async (slot) =>
        explainFailures("unreadable", folder, async () => {
          const path = locate(slot);
          const found = await lookAt(path, now(), files);
          if (found.state === "live")
            return { value: found.envelope.value, version: found.envelope.version };
          if (found.state !== "absent") await tidy(path);
          return undefined;
        }),

      write: async (slot, value, { ttlMs, expectedVersion }) =>
        explainFailures("unwritable", folder, async () => {
          const path = locate(slot);
          await files.mkdir(folder, { recursive: true, mode: 0o700 });
          const version = await withFile(path, WAIT_MS, async (current, checkHeld) => {
            const found = current?.version ?? null;
            if (expectedVersion !== undefined && expectedVersion !== found) return undefined;
            const version = randomUUID();
            const expiresAt = ttlMs === undefined ? null : now() + ttlMs;
            const envelope: Envelope = { format: 1, version, expiresAt, value };
            await writeAtomically(path, JSON.stringify(envelope), checkHeld, files);
            return version;
          });
          await sweep();
          return version;
        }),

      erase: async (slot, expectedVersion) =>
        explainFailures("unwritable", folder, async () => {
          const path = locate(slot);
          // Nothing to erase must not make the folder.
          if ((await lookAt(path, now(), files)).state === "absent") return false;
          return withFile(path, WAIT_MS, async (current, checkHeld) => {
            if (current === undefined) return false;
            if (expectedVersion !== undefined && expectedVersion !== current.version) return false;
            checkHeld();
            await files.rm(path, { force: true });
            return true;
          });
        }),
    },
  );
}
