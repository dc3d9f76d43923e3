import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@redis/client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { describeStore } from "./testing/conformance";
import { increment } from "./testing/increment";
import { startRedisServer, type RedisServer } from "./testing/redis-server";
import { createRedisStore, type RedisStore } from "./redis-store";

// Redis' clock cannot be moved, so the ends of what it holds come nearer instead. That it forgets
// them in time is its own doing.
const ADVANCE = `
for _, key in ipairs(redis.call("KEYS", "*")) do
  local left = redis.call("PTTL", key)
  if left >= 0 then redis.call("PEXPIRE", key, left - ARGV[1]) end
end`;

let server: RedisServer;
let observer: ReturnType<typeof createClient>;
let stores: RedisStore[] = [];
beforeAll(async () => {
  server = await startRedisServer();
  observer = createClient({ url: server.url });
  await observer.connect();
});
beforeEach(() => observer.flushAll());
afterEach(async () => {
  for (const store of stores) await store.close();
  stores = [];
});
afterAll(async () => {
  observer.destroy();
  await server.stop();
});

function open(prefix?: string): RedisStore {
  const store = createRedisStore({
    url: new Secret(server.url),
    ...(prefix !== undefined && { prefix }),
  });
  stores.push(store);
  return store;
}

async function countClients(): Promise<number> {
  return String(await observer.sendCommand(["CLIENT", "LIST"])).split("\n").length;
}

describeStore("the Redis store", async () => ({
  store: open(),
  advance: async (ms) => {
    await observer.eval(ADVANCE, { arguments: [String(ms)] });
  },
  close: async () => undefined,
}));

it("says that it is durable and shared", () => {
  expect(open()).toMatchObject({ kind: "redis", durable: true, shared: true });
});

it("refuses what is no address of Redis, without repeating it", () => {
  const url = "https://me:secret@host:6379";
  expect(() => createRedisStore({ url: new Secret(url) })).toThrow(/has to look like (?!.*secret)/);
});

it("connects with the first command, not before", async () => {
  const before = await countClients();
  const store = open();
  await sleep(20);
  expect(await countClients()).toBe(before);
  await Promise.all([store.get("a"), store.get("b")]);
  expect(await countClients()).toBe(before + 1);
});

it("keeps everything under its prefix, and leaves other keys alone", async () => {
  await observer.set("a", "another program's");
  const [store, other] = [open(), open("another:")];
  await store.set("a", "1");
  await store.lock("a", 5000);
  await other.set("a", "2");
  expect((await store.get("a"))?.value).toBe("1");
  await store.delete("a");
  expect((await observer.keys("*")).toSorted()).toEqual(["a", "another:a", "liner-notes:a.lock"]);
});

it("reads what Redis has lost as absent, and a lock as free", async () => {
  const store = open();
  const version = await store.set("a", "x");
  const lock = await store.lock("a", 5000);
  await observer.flushAll();
  expect(await store.get("a")).toBeUndefined();
  expect(await store.set("a", "y", { expectedVersion: version ?? "" })).toBeUndefined();
  expect(await lock?.renew(5000)).toBe(false);
  expect(await open().lock("a", 5000)).toBeDefined();
});

it("lets Redis forget by its own clock", async () => {
  const store = open();
  await store.set("a", "x", { ttlMs: 60 });
  const lock = await store.lock("a", 60);
  expect(await open().lock("a", 60)).toBeUndefined();
  await sleep(100);
  expect(await store.get("a")).toBeUndefined();
  const next = await open().lock("a", 5000);
  expect(await lock?.renew(5000)).toBe(false);
  await lock?.release();
  expect(await next?.renew(5000)).toBe(true);
});

it("takes any time to live that is more than nothing", async () => {
  const store = open();
  for (const ttlMs of [0.001, 1.5, Number.MAX_VALUE])
    expect(await store.set("a", "x", { ttlMs })).toBeDefined();
  expect(await observer.pTTL("liner-notes:a")).toBeGreaterThan(1e15);
});

describe("two machines on one Redis", () => {
  it("lose none of each other's steps", async () => {
    const machines = [open(), open()];
    await Promise.all(
      Array.from({ length: 100 }, (_, i) => increment(machines[i % 2] ?? open(), "count")),
    );
    expect((await open().get("count"))?.value).toBe("100");
  });

  it("never both write over one version, nor both take a lock", async () => {
    const machines = [open(), open()];
    for (let i = 0; i < 50; i += 1) {
      const expectedVersion = (await open().get("a"))?.version ?? null;
      const written = await Promise.all(
        machines.map((store) => store.set("a", String(i), { expectedVersion })),
      );
      expect(written.filter((version) => version !== undefined)).toHaveLength(1);
      const locks = await Promise.all(machines.map((store) => store.lock(`lock/${i}`, 5000)));
      expect(locks.filter((lock) => lock !== undefined)).toHaveLength(1);
    }
  });
});

async function expectRefusal(attempt: Promise<unknown>, code: string, message: string) {
  const error: unknown = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toMatchObject({ name: "StoreError", code });
  expect(String(error)).toContain(`127.0.0.1:${server.port} ${message}`);
  expect(String(error)).not.toContain("precious");
  expect(error).not.toHaveProperty("cause");
}

describe("a refusal", () => {
  it("for want of memory says so, and reads go on", async () => {
    const store = open();
    const version = (await store.set("a", "x")) ?? "";
    await observer.configSet("maxmemory", "1");
    try {
      await expectRefusal(store.set("a", "precious"), "unwritable", "is full");
      const change = store.set("a", "precious", { expectedVersion: version });
      await expectRefusal(change, "unwritable", "is full");
      await expectRefusal(store.lock("a", 1000), "unwritable", "is full");
      expect((await store.get("a"))?.value).toBe("x");
    } finally {
      await observer.configSet("maxmemory", "0");
    }
    expect(await store.set("a", "y", { expectedVersion: version })).toBeDefined();
  });

  it("of a replica says so, and ends as soon as it is a primary", async () => {
    const store = open();
    await store.set("a", "x");
    await observer.replicaOf("127.0.0.1", 1);
    try {
      await expectRefusal(store.set("a", "precious"), "unwritable", "is a replica");
      expect((await store.get("a"))?.value).toBe("x");
    } finally {
      await observer.sendCommand(["REPLICAOF", "NO", "ONE"]);
    }
    expect(await store.set("a", "y")).toBeDefined();
  });

  it("of a user who may do too little says so", async () => {
    await observer.sendCommand(["ACL", "SETUSER", "poor", "on", ">pw", "~*", "+ping", "+get"]);
    const store = createRedisStore({ url: new Secret(server.url.replace("//", "//poor:pw@")) });
    stores.push(store);
    expect(await store.get("a")).toBeUndefined();
    await expectRefusal(
      store.set("a", "precious"),
      "unwritable",
      "does not let this user do enough",
    );
  });

  it("of too many clients says so", async () => {
    await observer.configSet("maxclients", "1");
    try {
      await expectRefusal(open().get("a"), "unreadable", "has too many clients");
    } finally {
      await observer.configSet("maxclients", "100");
    }
  });

  it("over what another program keeps in the same place says so", async () => {
    await observer.lPush("liner-notes:a", "precious");
    await expectRefusal(open().get("a"), "unreadable", "holds something of another program");
  });

  it("of a database that is not there says so", async () => {
    const store = createRedisStore({ url: new Secret(`${server.url}/99`) });
    stores.push(store);
    await expectRefusal(store.get("a"), "unreadable", "does not have the database");
  });
});
