import { describe, expect, it } from "vitest";
import { createMemoryStore } from "@/lib/store/memory-store";
import { addressOf, createAttemptLimit } from "./attempts";

const address = (forwarded: string) => addressOf(new Headers({ "x-forwarded-for": forwarded }));

describe("the address of a client", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["made-up, 192.0.2.1", "192.0.2.1"],
    ["2001:db8:0:1::5", "2001:db8:0:1"],
    ["2001:0db8:0000:0001:ffff:ffff:ffff:ffff", "2001:db8:0:1"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["", ""],
  ])("%s counts as %s", (forwarded, counted) => {
    expect(address(forwarded)).toBe(counted);
  });
});

function start() {
  let time = 0;
  const store = createMemoryStore({ now: () => time });
  const most = { each: 2, all: 5 };
  const options = { store, now: () => time, name: "test", most, windowMs: 1_000 };
  return { take: createAttemptLimit(options).take, pass: (ms: number) => void (time += ms) };
}

describe("a limit", () => {
  it("lets so many pass in a window, and says when the next may", async () => {
    const { take, pass } = start();
    pass(5_000);
    expect([await take("a"), await take("a"), await take("a")]).toEqual([
      undefined,
      undefined,
      6_000,
    ]);
    pass(1_000);
    expect(await take("a")).toBeUndefined();
  });

  it("holds for all together, but not for what one address was refused", async () => {
    const { take } = start();
    for (let tries = 0; tries < 20; tries++) await take("a");
    expect(await take("b")).toBeUndefined();
    expect(await take("b")).toBeUndefined();
    expect(await take("c")).toBeUndefined();
    expect(await take("d")).toBe(1_000);
  });

  it("begins anew when the clock was set back", async () => {
    const { take, pass } = start();
    for (let tries = 0; tries < 3; tries++) await take("a");
    pass(-10_000);
    expect(await take("a")).toBeUndefined();
  });
});
