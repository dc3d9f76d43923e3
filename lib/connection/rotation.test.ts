import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { createFileStore } from "@/lib/store/file-store";
import { GRANT_KEY, HOUR, MINUTE, SECRET, rehearse } from "./testing/rehearsal";
import { createSeal } from "./seal";

let scene = rehearse();
beforeEach(() => {
  scene = rehearse();
});

describe("the refresh token", () => {
  it("is kept when the answer has none", async () => {
    const connection = scene.connect();
    for (let hour = 0; hour < 3; hour++) {
      await connection.withAccessToken(scene.spotify.use);
      scene.advance(HOUR);
    }
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-0", "refresh-0"]);
    expect(connection.status().isUnsaved).toBe(false);
  });

  it.each([null, ""])("is kept when the answer has %j", async (refresh_token) => {
    scene.spotify.extra = { refresh_token };
    const connection = scene.connect();
    await connection.withAccessToken(scene.spotify.use);
    scene.advance(HOUR);
    await connection.withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-0"]);
  });

  it("that is new stands in the store, sealed, before the access token is used", async () => {
    scene.spotify.rotation = "strict";
    await scene.connect().withAccessToken(async () => {
      const { value } = scene.fragile.written.find(({ key }) => key === GRANT_KEY) ?? { value: "" };
      expect(JSON.parse(createSeal(SECRET).open(value, GRANT_KEY) ?? "null")).toMatchObject({
        refreshToken: "refresh-1",
        accessToken: "access-1",
      });
    });
    expect.assertions(1);
  });

  it("that is new is stored before the store is asked anything else", async () => {
    scene.spotify.rotation = "strict";
    const { store } = scene.fragile;
    const done: string[] = [];
    const note = (what: string) => void done.push(what);
    const connection = scene.connect({
      hosts: {
        accountsUrl: "https://accounts.example",
        apiUrl: "https://api.example",
        fetch: (...asked) => scene.spotify.fetch(...asked).finally(() => note("answer")),
      },
      store: {
        ...store,
        get: (key) => store.get(key).finally(() => note(`get ${key}`)),
        set: (...asked) => store.set(...asked).finally(() => note(`set ${asked[0]}`)),
      },
    });
    await connection.withAccessToken(scene.spotify.use);
    expect(done[done.indexOf("answer") + 1]).toBe(`set ${GRANT_KEY}`);
  });

  it("that is new survives a restart", async () => {
    scene.spotify.rotation = "strict";
    for (let hour = 0; hour < 4; hour++) {
      await scene.connect().withAccessToken(scene.spotify.use);
      scene.advance(HOUR);
    }
    expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-1", "refresh-2", "refresh-3"]);
    expect(scene.said.error).toEqual([]);
  });

  it("is never used twice by two instances that share a store, over twenty renewals", async () => {
    scene.spotify.rotation = "strict";
    const instances = [scene.connect(), scene.connect()];
    for (let turn = 0; turn < 20; turn++) {
      const used = await Promise.all(
        instances.map((instance) => instance.withAccessToken(scene.spotify.use)),
      );
      expect(new Set(used).size).toBe(1);
      scene.advance(HOUR);
    }
    expect(scene.spotify.asked).toHaveLength(20);
    expect(new Set(scene.spotify.asked).size).toBe(20);
  });

  it("is not used again by an instance whose turn came just after another's", async () => {
    scene.spotify.rotation = "strict";
    const { store } = scene.fragile;
    const other = scene.connect();
    const late = scene.connect({
      store: {
        ...store,
        async lock(key, ttlMs) {
          await other.withAccessToken(scene.spotify.use);
          return store.lock(key, ttlMs);
        },
      },
    });
    expect(await late.withAccessToken(scene.spotify.use)).toBe("access-1");
    expect(scene.spotify.asked).toEqual(["refresh-0"]);
  });

  it("is not used by an instance that waited in vain for another's turn", async () => {
    const lock = await scene.fragile.store.lock("connection/refresh", HOUR);
    await expect(scene.connect().withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "timeout",
    });
    expect(scene.spotify.asked).toEqual([]);
    await lock?.release();
    await scene.connect().withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toHaveLength(1);
  });

  it("is used by whoever waited for the turn of a process that died in it", async () => {
    await scene.fragile.store.lock("connection/refresh", 10_000);
    const sleep = async (ms: number) => scene.advance(ms);
    await scene.connect({ sleep }).withAccessToken(scene.spotify.use);
    expect(scene.spotify.asked).toEqual(["refresh-0"]);
  });

  it("is not used by an instance that was frozen in its turn", async () => {
    const { store } = scene.fragile;
    const frozen = scene.connect({
      store: {
        ...store,
        async get(key) {
          const entry = await store.get(key);
          // Between its turn and its call a minute passes, in which its lock ends.
          if (key === "connection/verdict") scene.advance(MINUTE);
          return entry;
        },
      },
    });
    await expect(frozen.withAccessToken(scene.spotify.use)).rejects.toMatchObject({
      code: "timeout",
    });
    expect(scene.spotify.asked).toEqual([]);
  });

  it("survives on a real disk, readable by nobody else and in no clear text", async () => {
    const folder = await mkdtemp(join(tmpdir(), "connection-"));
    try {
      scene.spotify.rotation = "strict";
      const open = () =>
        scene.connect({
          store: createFileStore({ folder, warn: (message) => expect.fail(message) }),
        });
      await open().withAccessToken(scene.spotify.use);
      scene.advance(HOUR);
      await open().withAccessToken(scene.spotify.use);
      expect(scene.spotify.asked).toEqual(["refresh-0", "refresh-1"]);
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      const texts = await Promise.all(
        files
          .filter((file) => file.isFile())
          .map((file) => readFile(join(file.parentPath, file.name), "latin1")),
      );
      expect(texts.join("\n")).toContain("v1.");
      expect(texts.join("\n")).not.toMatch(/refresh-\d|access-\d|client-secret/);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
