import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { RedisConnection } from "./redis-connection";
import { RedisFailure } from "./redis-failure";
import { createRedisLink } from "./redis-link";

const open = vi.fn<() => Promise<RedisConnection>>();
const onLost = vi.fn<(error: unknown) => void>();
const onBack = vi.fn<() => void>();
const refused = new RedisFailure("ECONNREFUSED");

beforeEach(() => {
  vi.useFakeTimers();
  for (const mock of [open, onLost, onBack]) mock.mockReset();
  open.mockImplementation(async () => connection());
});
afterEach(() => void vi.useRealTimers());

function connection(answer: () => Promise<unknown> = async () => "PONG") {
  let isOpen = true;
  return {
    isOpen: () => isOpen,
    send: vi.fn<RedisConnection["send"]>(answer),
    end: vi.fn<() => void>(() => {
      isOpen = false;
    }),
  };
}

const link = () => createRedisLink({ open, now: Date.now, random: () => 0, onLost, onBack });

it("opens one connection for all who ask at once", async () => {
  const { send } = link();
  await Promise.all([send(["GET", "a"]), send(["GET", "b"])]);
  await send(["GET", "c"]);
  expect(open).toHaveBeenCalledTimes(1);
});

it("tries again for ever, ever more seldom, and speaks of it once", async () => {
  open.mockRejectedValue(refused);
  const tries: number[] = [];
  const { send } = link();
  await expect(send(["GET", "a"])).rejects.toBe(refused);
  for (let i = 1; i < 9; i += 1) {
    const before = Date.now();
    await vi.advanceTimersToNextTimerAsync();
    tries.push(Date.now() - before);
    await expect(send(["GET", "a"])).rejects.toBe(refused);
  }
  expect(tries).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000]);
  expect(open).toHaveBeenCalledTimes(9);
  expect(onLost.mock.calls).toEqual([[refused]]);

  open.mockImplementation(async () => connection());
  await vi.advanceTimersToNextTimerAsync();
  expect(await send(["GET", "a"])).toBe("PONG");
  expect(onBack).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

it("believes in no outage from before its process was frozen", async () => {
  open.mockRejectedValueOnce(refused);
  const { send } = link();
  await expect(send(["GET", "a"])).rejects.toBe(refused);
  vi.setSystemTime(Date.now() + 600_000);
  expect(await send(["GET", "a"])).toBe("PONG");
});

it("waits no longer than 0.8 s for a connection, and uses it when it comes later", async () => {
  open.mockImplementation(
    () => new Promise((resolve) => setTimeout(() => resolve(connection()), 2000)),
  );
  const { send } = link();
  const asked = expect(send(["GET", "a"])).rejects.toMatchObject({ code: "ETIMEDOUT" });
  await vi.advanceTimersByTimeAsync(800);
  await asked;
  await expect(send(["GET", "a"])).rejects.toMatchObject({ code: "ETIMEDOUT" });
  await vi.advanceTimersByTimeAsync(1200);
  expect(await send(["GET", "a"])).toBe("PONG");
  expect(open).toHaveBeenCalledTimes(1);
  expect(onLost).toHaveBeenCalledTimes(1);
});

it("sends nothing after its sender was told that it failed", async () => {
  const late = connection();
  open.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve(late), 1500)));
  const { send } = link();
  const asked = expect(send(["SET", "lock", "x", "NX"])).rejects.toMatchObject({
    code: "ETIMEDOUT",
  });
  await vi.advanceTimersByTimeAsync(800);
  await asked;
  await vi.advanceTimersByTimeAsync(1200);
  expect(late.send).not.toHaveBeenCalled();
  expect(late.isOpen()).toBe(true);
  expect(await send(["GET", "a"])).toBe("PONG");
});

it("waits for a new connection where the old one was lost unnoticed", async () => {
  const lost = connection();
  open.mockResolvedValueOnce(lost);
  const { send } = link();
  await send(["GET", "a"]);
  lost.end();
  expect(await send(["GET", "a"])).toBe("PONG");
  expect(onLost).not.toHaveBeenCalled();
});

it("fails at once where a command failed with its connection, until there is another", async () => {
  const broken = new RedisFailure("ENDED");
  const breaking = connection(async () => {
    breaking.end();
    throw broken;
  });
  open.mockResolvedValueOnce(breaking);
  open.mockImplementation(
    () => new Promise((resolve) => setTimeout(() => resolve(connection()), 100)),
  );
  const { send } = link();
  await expect(send(["GET", "a"])).rejects.toBe(broken);
  await expect(send(["GET", "a"])).rejects.toBe(broken);
  expect(onLost.mock.calls).toEqual([[broken]]);
  await vi.advanceTimersByTimeAsync(100);
  expect(await send(["GET", "a"])).toBe("PONG");
});

it("ends a connection that does not answer, and fails until there is another", async () => {
  const silent = connection(() => new Promise(() => undefined));
  open.mockResolvedValueOnce(silent).mockReturnValueOnce(new Promise(() => undefined));
  const { send } = link();
  const asked = expect(send(["GET", "a"])).rejects.toMatchObject({ code: "ETIMEDOUT" });
  await vi.advanceTimersByTimeAsync(800);
  await asked;
  expect(silent.end).toHaveBeenCalled();
  await expect(send(["GET", "a"])).rejects.toMatchObject({ code: "ETIMEDOUT" });
  expect(open).toHaveBeenCalledTimes(2);
});

it("lets another Redis that took over be found after a replica refused to write", async () => {
  const replica = connection(async () => {
    throw new RedisFailure("READONLY");
  });
  open.mockResolvedValueOnce(replica);
  const { send } = link();
  await expect(send(["SET", "a", "x"])).rejects.toMatchObject({ code: "READONLY" });
  expect(await send(["SET", "a", "x"])).toBe("PONG");
  expect(onLost).not.toHaveBeenCalled();
});

it("ends a connection that comes when it was closed already, and tries no more", async () => {
  const late = connection();
  open.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve(late), 100)));
  const { send, close } = link();
  const asked = expect(send(["GET", "a"])).rejects.toMatchObject({ code: "CLOSED" });
  close();
  await vi.advanceTimersByTimeAsync(100);
  await asked;
  expect(late.end).toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(open).toHaveBeenCalledTimes(1);
  expect(onLost).not.toHaveBeenCalled();
});
