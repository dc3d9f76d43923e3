import fc from "fast-check";
import { expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { isRedisUrl, parseRedisUrl } from "./redis-url";

it("reads every part of an address", () => {
  expect(parseRedisUrl("rediss://me:pa%2Fss%40@redis.example.com:6380/3")).toEqual({
    host: "redis.example.com",
    port: 6380,
    isTls: true,
    username: "me",
    password: new Secret("pa/ss@"),
    database: 3,
  });
});

it("needs no more than a host", () => {
  const plain = { host: "redis_1", port: 6379, isTls: false, database: 0 };
  expect(parseRedisUrl("redis://redis_1")).toEqual(plain);
  expect(parseRedisUrl(" redis://redis_1:6379/?family=0\n")).toEqual(plain);
  expect(parseRedisUrl("redis://[::1]/")).toEqual({ ...plain, host: "::1" });
});

it.each([
  "",
  "redis",
  "redis:",
  "redis:localhost",
  "redis://",
  "redis:///0",
  "redis://:6379",
  "redis://host:0",
  "redis://host:65536",
  "redis://host/name",
  "redis://ho%20st",
  "redis://me:100%@host",
  "https://host.upstash.io",
  "redis-cli -u redis://host",
  // Passwords that nobody escaped.
  "redis://me:12/34@host",
  "redis://me:12?34@host",
  "redis://me:12#34@host",
])("refuses %j", (text) => {
  expect(isRedisUrl(text)).toBe(false);
});

it("takes no text amiss, and no password for a host", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      isRedisUrl(text);
      isRedisUrl(`redis://${text}@host`);
      const escaped = parseRedisUrl(`redis://:${encodeURIComponent(text)}@host:1/2`);
      expect(escaped).toMatchObject({ host: "host", port: 1, database: 2 });
      expect(escaped?.password?.reveal() ?? "").toBe(text);
    }),
  );
});
