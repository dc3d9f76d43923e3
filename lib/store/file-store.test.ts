import { execFileSync } from "node:child_process";
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { describeStore } from "./testing/conformance";
import { createFileStore } from "./file-store";

let home: string;
let folder: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "file-store-"));
  folder = join(home, "deep", "data");
});
afterEach(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));

describeStore("the file store", async () => {
  let time = 1_800_000_000_000;
  return {
    store: createFileStore({ folder, now: () => time }),
    advance: async (ms) => {
      time += ms;
    },
    close: async () => undefined,
  };
});

it("says that it is durable and shared", () => {
  expect(createFileStore({ folder })).toMatchObject({ kind: "file", durable: true, shared: true });
});

it("makes no folder before something is written", async () => {
  const store = createFileStore({ folder });
  await store.get("a");
  await store.delete("a");
  expect(await readdir(home)).toEqual([]);
});

it("survives a restart", async () => {
  const version = await createFileStore({ folder }).set("connection/token", "kept");
  expect(await createFileStore({ folder }).get("connection/token")).toEqual({
    value: "kept",
    version,
  });
});

it("leaves one file per key behind, and nothing else", async () => {
  const store = createFileStore({ folder });
  await store.set("connection/token", "a");
  await store.set("connection/token", "b");
  await (await store.lock("connection/token", 1000))?.release();
  expect(await readdir(folder)).toEqual(["connection_token.json"]);
});

it.runIf(process.platform !== "win32")("lets nobody but its owner read", async () => {
  await createFileStore({ folder }).set("secret", "x");
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, "secret.json"))).mode & 0o777).toBe(0o600);
});

it("erases what has expired from the disk: at a read, or with the writes of the next minutes", async () => {
  let time = 1_800_000_000_000;
  const store = createFileStore({ folder, now: () => time });
  await store.set("read", "x", { ttlMs: 1000 });
  await store.set("unread", "x", { ttlMs: 1000 });
  time += 2000;
  await store.get("read");
  expect(await readdir(folder)).toEqual(["unread.json"]);
  time += 60_000;
  await store.set("other", "x");
  expect(await readdir(folder)).toEqual(["other.json"]);
});

describe("a malformed file", () => {
  const whole = JSON.stringify({ format: 1, version: "v", expiresAt: null, value: "x" });

  it.each([
    ["garbage", "\u0000\u0001 not json"],
    ["empty", ""],
    ["cut short", whole.slice(0, -5)],
    ["of another shape", '{"format":1,"value":3}'],
    ["of a format to come", whole.replace("1", "2")],
    ["a bare null", "null"],
  ])("that is %s is moved aside, said once, and reads as absent", async (_, text) => {
    const warn = vi.fn<(message: string) => void>();
    const store = createFileStore({ folder, warn, now: () => 1234 });
    await store.set("a", "good");
    await writeFile(join(folder, "a.json"), text);

    expect(await store.get("a")).toBeUndefined();
    expect(await store.get("a")).toBeUndefined();
    expect(await readFile(join(folder, "a.json.malformed-1234"), "utf8")).toBe(text);
    expect(warn).toHaveBeenCalledOnce();
    expect(warn.mock.calls[0]?.[0]).toContain(join(folder, "a.json"));
    expect(await store.set("a", "new", { expectedVersion: null })).toBeDefined();
  });

  it("is moved aside by a writer too, not written over", async () => {
    const store = createFileStore({ folder, now: () => 1234 });
    await store.set("a", "good");
    await writeFile(join(folder, "a.json"), "precious");
    await store.set("a", "new");
    expect((await store.get("a"))?.value).toBe("new");
    expect(await readFile(join(folder, "a.json.malformed-1234"), "utf8")).toBe("precious");
  });
});

describe("drafts of a killed process", () => {
  const name = "a.json.01234567-89ab-cdef-0123-456789abcdef.tmp";

  it("are swept by a later write once they are older than a minute", async () => {
    let time = 1_800_000_000_000;
    const store = createFileStore({ folder, now: () => time });
    await store.set("a", "1");
    await writeFile(join(folder, name), "half");
    await writeFile(join(folder, "notes.tmp"), "not ours");
    const longAgo = new Date(Date.now() - 61_000);
    await Promise.all([name, "notes.tmp"].map((n) => utimes(join(folder, n), longAgo, longAgo)));
    time += 60_000;
    await store.set("a", "2");
    expect((await readdir(folder)).toSorted()).toEqual(["a.json", "notes.tmp"]);
  });

  it("are left alone while young, for their writer may live", async () => {
    await createFileStore({ folder }).set("a", "1");
    await writeFile(join(folder, name), "half");
    await createFileStore({ folder }).set("a", "2");
    expect(await readdir(folder)).toContain(name);
  });
});

describe("a folder that cannot be", () => {
  it("is named in a typed error that says what to do", async () => {
    await writeFile(join(home, "file"), "");
    const inFile = createFileStore({ folder: join(home, "file", "data") });
    const onFile = createFileStore({ folder: join(home, "file") });
    for (const attempt of [
      () => inFile.set("a", "x"),
      () => onFile.set("a", "x"),
      () => inFile.lock("a", 1000),
    ]) {
      await expect(attempt()).rejects.toMatchObject({
        name: "StoreError",
        code: "unwritable",
        message: expect.stringContaining("Set DATA_DIR to a folder this process may write"),
        cause: expect.objectContaining({ syscall: "mkdir" }),
      });
    }
    await expect(inFile.get("a")).rejects.toMatchObject({ name: "StoreError", code: "unreadable" });
    await expect(inFile.delete("a")).rejects.toMatchObject({ code: "unwritable" });
  });

  // Root may write everywhere; whoever else runs this sees the refusal.
  it("keeps being readable when it is read-only", async () => {
    const store = createFileStore({ folder });
    await store.set("a", "x");
    await chmod(folder, 0o500);
    try {
      expect((await store.get("a"))?.value).toBe("x");
      await store.set("a", "y").catch((error: unknown) => {
        expect(error).toMatchObject({ name: "StoreError", code: "unwritable" });
      });
    } finally {
      await chmod(folder, 0o700);
    }
  });
});

describe.runIf(process.platform === "linux")("what others put in the place of a file", () => {
  const put: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
    "a pipe": async (path) => execFileSync("mkfifo", [path]),
    "a link to a device": (path) => symlink("/dev/zero", path),
    "a folder": (path) => mkdir(path),
    "a file of a gigabyte": async (path) => {
      await writeFile(path, "");
      await truncate(path, 2 ** 30);
    },
  };

  it.each(Object.entries(put))("(%s) reads as absent, and is moved aside", async (_, place) => {
    const warn = vi.fn();
    const store = createFileStore({ folder, now: () => 7, warn });
    await mkdir(folder, { recursive: true });
    await place(join(folder, "a.json"));
    expect(await store.get("a")).toBeUndefined();
    expect(warn).toHaveBeenCalledTimes(1);
    await store.set("a", "kept");
    expect(await store.get("a")).toMatchObject({ value: "kept" });
    expect((await readdir(folder)).toSorted()).toEqual(["a.json", "a.json.malformed-7"]);
  });

  it.each(Object.entries(put))(
    "(%s) for a mutex holds no thread and no memory",
    async (_, place) => {
      await mkdir(folder, { recursive: true });
      await place(join(folder, "a.json.writing"));
      await expect(createFileStore({ folder }).set("a", "x")).rejects.toThrow();
    },
    10_000,
  );
});
