import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withFileMutex } from "./file-mutex";
import { createFileStore } from "./file-store";
import { identifySelf } from "./process-identity";

const program = fileURLToPath(new URL("testing/file-store.child.ts", import.meta.url));

let folder: string;
let children: ChildProcess[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "file-store-"));
  children = [];
});
afterEach(async () => {
  for (const child of children) if (child.exitCode === null) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

function start(action: string, key: string) {
  const child = spawn(process.execPath, ["--import", "tsx", program, folder, action, key], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

async function findEndedPid(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
}

async function leaveBehind(path: string, token: string, other = {}): Promise<void> {
  const holder = { ...(await identifySelf()), pid: await findEndedPid(), token, ...other };
  await writeFile(path, JSON.stringify(holder));
}

describe("processes on one folder", () => {
  it("lose none of each other's steps", async () => {
    const counters = [start("increment", "count"), start("increment", "count")];
    const exits = await Promise.all(counters.map(async (child) => once(child, "exit")));
    expect(exits.map(([code]) => code)).toEqual([0, 0]);
    expect((await createFileStore({ folder }).get("count"))?.value).toBe("400");
    expect(await readdir(folder)).toEqual(["count.json"]);
  }, 20_000);

  it("take over the lock of a killed one when its time is up, and no sooner", async () => {
    let ahead = 0;
    const store = createFileStore({ folder, now: () => Date.now() + ahead });
    const holder = start("lock", "poller");
    await once(holder.stdout, "data");
    await kill(holder);
    expect(await store.lock("poller", 1000)).toBeUndefined();
    ahead = 6000;
    expect(await store.lock("poller", 1000)).toBeDefined();
  });

  it("carry on at once when one was killed while it wrote", async () => {
    const store = createFileStore({ folder });
    const writer = start("write", "a");
    await once(writer.stdout, "data");
    await kill(writer);
    expect(await store.set("a", "x")).toBeDefined();
    expect(await readdir(folder)).toEqual(["a.json"]);
  });

  it("read while one of them writes, and never take the pen from its hand", async () => {
    const store = createFileStore({ folder });
    await store.set("a", "old");
    const writer = start("write", "a");
    await once(writer.stdout, "data");
    expect((await store.get("a"))?.value).toBe("old");
    const attempt = withFileMutex(join(folder, "a.json.writing"), 50, async () => "taken");
    await expect(attempt).rejects.toMatchObject({ name: "StoreError", code: "busy" });
  });
});

describe("the mutex of an ended process", () => {
  it("is swept by a later write also where nobody writes under its name any more", async () => {
    const path = join(folder, "gone.json.writing");
    await leaveBehind(path, "aaaaaaaa-1");
    await leaveBehind(join(folder, "other.json.writing.bbbbbbbb"), "cccccccc-1");
    await createFileStore({ folder }).set("a", "x");
    expect(await readdir(folder)).toEqual(["a.json"]);
  });

  it.each([[[]], [["aaaaaaaa"]], [["aaaaaaaa", "bbbbbbbb"]]])(
    "passes to one at a time, also when takers-over died on the way (%j)",
    async (claims) => {
      const path = join(folder, "mutex");
      await mkdir(folder, { recursive: true });
      await leaveBehind(path, "aaaaaaaa-1");
      if (claims.length > 0) await leaveBehind(`${path}.aaaaaaaa`, "bbbbbbbb-1");
      if (claims.length > 1) await leaveBehind(`${path}.aaaaaaaa.bbbbbbbb`, "cccccccc-1");
      let inside = 0;
      let most = 0;
      await Promise.all(
        Array.from({ length: 20 }, () =>
          withFileMutex(path, 4000, async () => {
            inside += 1;
            most = Math.max(most, inside);
            await sleep(2);
            inside -= 1;
          }),
        ),
      );
      expect(most).toBe(1);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it("is believed for a minute where nobody can tell whether it ended", async () => {
    const path = join(folder, "mutex");
    await leaveBehind(path, "aaaaaaaa-1", { space: "another container" });
    const attempt = withFileMutex(path, 20, async () => "taken");
    await expect(attempt).rejects.toMatchObject({ code: "busy" });
    const longAgo = new Date(Date.now() - 61_000);
    await utimes(path, longAgo, longAgo);
    expect(await withFileMutex(path, 20, async () => "taken")).toBe("taken");
  });

  it("that a power cut left empty is believed for a minute", async () => {
    const path = join(folder, "mutex");
    await writeFile(path, "");
    await expect(withFileMutex(path, 20, async () => "taken")).rejects.toMatchObject({
      code: "busy",
    });
    const longAgo = new Date(Date.now() - 61_000);
    await utimes(path, longAgo, longAgo);
    expect(await withFileMutex(path, 20, async () => "taken")).toBe("taken");
  });
});
