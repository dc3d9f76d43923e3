import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Secret } from "@/lib/secret";
import { findFreePort, startRedisServer, type RedisServer } from "./testing/redis-server";
import { createRedisStore, type RedisStore } from "./redis-store";

/** What a command that Redis does not answer takes at least, in ms: what failed sooner did not wait. */
const WAIT_MS = 800;

const warn = vi.fn<(message: string) => void>();
let server: RedisServer;
let store: RedisStore;
beforeEach(async () => {
  warn.mockReset();
  server = await startRedisServer({ settings: ["--requirepass", "precious"] });
  store = createRedisStore({ url: new Secret(withPassword(server.port)), warn });
});
afterEach(async () => {
  await store.close();
  await server.stop();
});

const withPassword = (port: number) => `redis://:precious@127.0.0.1:${port}`;

/** What an attempt was refused with, and after how many ms. */
async function fail(attempt: () => Promise<unknown>) {
  const started = performance.now();
  const error: unknown = await attempt().then(
    () => "It did not fail.",
    (error: unknown) => error,
  );
  return { error, ms: performance.now() - started };
}

/** Asks until there is an answer. */
async function waitForAnswer(): Promise<void> {
  await vi.waitFor(() => store.get("a"), { timeout: 8000, interval: 50 });
}

const said = () => warn.mock.calls.map(([message]) => message);

describe("a Redis that was killed", () => {
  it("fails what is asked of it at once, says so once, and serves again when it is back", async () => {
    await store.set("a", "x");
    await server.kill();
    for (const attempt of [
      () => store.get("a"),
      () => store.set("a", "y", { expectedVersion: null }),
      () => store.lock("a", 1000),
      () => store.delete("a"),
    ]) {
      const { error, ms } = await fail(attempt);
      expect(error).toMatchObject({ name: "StoreError" });
      // The first may come before the end of the connection is known.
      expect(String(error)).toMatch(/127\.0\.0\.1:\d+ (?:is not running|broke the connection)/);
      expect(String(error)).not.toContain("precious");
      expect(ms).toBeLessThan(WAIT_MS);
    }
    // Long enough for several tries.
    await sleep(1000);
    expect(said()).toEqual([expect.stringContaining("It is tried again until it answers.")]);

    await server.restart();
    await waitForAnswer();
    expect(await store.get("a")).toBeUndefined();
    expect(await store.set("a", "z")).toBeDefined();
    expect(said()).toEqual([expect.anything(), `Redis at 127.0.0.1:${server.port} is back.`]);
    expect(said().join(" ")).not.toContain("precious");
  });

  it("fails what is under way", async () => {
    await store.get("a");
    server.freeze();
    const attempt = fail(() => store.set("a", "x"));
    await sleep(50);
    await server.kill();
    const { error, ms } = await attempt;
    expect(error).toMatchObject({ name: "StoreError", code: "unwritable" });
    expect(ms).toBeLessThan(WAIT_MS);
  });

  it("and started again while nobody asked is not even noticed", async () => {
    await store.get("a");
    await server.restart();
    expect(await store.set("a", "x")).toBeDefined();
    expect(warn).not.toHaveBeenCalled();
  });

  it("fails at the first question too when it never was there", async () => {
    await server.kill();
    const { error, ms } = await fail(() => store.get("a"));
    expect(error).toMatchObject({ name: "StoreError", code: "unreadable" });
    expect(ms).toBeLessThan(WAIT_MS);
    expect(said()).toHaveLength(1);
  });
});

describe("a Redis that hangs", () => {
  it("is waited for once, then fails at once, and serves again when it wakes", async () => {
    await store.set("a", "x");
    server.freeze();
    const first = await Promise.all([fail(() => store.get("a")), fail(() => store.set("a", "y"))]);
    for (const { error, ms } of first) {
      expect(error).toMatchObject({ name: "StoreError" });
      expect(ms).toBeLessThan(3 * WAIT_MS);
    }
    const next = await fail(() => store.get("a"));
    expect(String(next.error)).toContain("does not answer");
    expect(next.ms).toBeLessThan(WAIT_MS);

    server.thaw();
    await waitForAnswer();
    expect(await store.set("a", "z")).toBeDefined();
    expect((await store.get("a"))?.value).toBe("z");
    expect(said()).toEqual([
      expect.stringContaining("does not answer"),
      expect.stringMatching(/is back\.$/),
    ]);
  });
});

describe("a connection that was cut while nobody used it", () => {
  let proxy: Server;
  let pairs: Socket[];
  let time: number;
  beforeEach(async () => {
    pairs = [];
    time = 1_800_000_000_000;
    proxy = createServer((near) => {
      const far = connect(server.port, "127.0.0.1");
      near.pipe(far).pipe(near);
      for (const socket of [near, far]) {
        socket.on("error", () => undefined);
        pairs.push(socket);
      }
    });
    const port = await findFreePort();
    proxy.listen(port, "127.0.0.1");
    await once(proxy, "listening");
    store = createRedisStore({ url: new Secret(withPassword(port)), warn, now: () => time });
  });
  afterEach(() => {
    for (const socket of pairs) socket.destroy();
    proxy.close();
  });

  it("without a word is replaced unnoticed", async () => {
    await store.set("a", "x");
    for (const socket of pairs) socket.unpipe().pause();
    time += 60_000;
    const values = await Promise.all([store.get("a"), store.get("a"), store.set("b", "y")]);
    expect(values[0]?.value).toBe("x");
    expect(values[2]).toBeDefined();
    expect(pairs).toHaveLength(4);
    expect(warn).not.toHaveBeenCalled();
  });

  it("with a reset is replaced unnoticed", async () => {
    await store.set("a", "x");
    for (const socket of pairs) socket.resetAndDestroy();
    time += 60_000;
    expect((await store.get("a"))?.value).toBe("x");
    expect(warn).not.toHaveBeenCalled();
  });

  it("is kept as long as it answers", async () => {
    await store.set("a", "x");
    time += 60_000;
    expect((await store.get("a"))?.value).toBe("x");
    expect(pairs).toHaveLength(2);
  });
});

it("answers nothing once it was closed", async () => {
  await store.get("a");
  await store.close();
  const { error, ms } = await fail(() => store.get("a"));
  expect(error).toMatchObject({ name: "StoreError", code: "unreadable" });
  expect(ms).toBeLessThan(WAIT_MS);
  expect(warn).not.toHaveBeenCalled();
});
