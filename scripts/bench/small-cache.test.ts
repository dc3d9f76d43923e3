import { createServer } from "node:http";
import type { Server } from "node:http";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readLifetime, startSmallCache } from "./small-cache";
import type { SmallCache } from "./small-cache";

let origin: Server;
let cache: SmallCache;
let headers: Record<string, string> = {};
let asked = 0;

beforeEach(async () => {
  asked = 0;
  origin = createServer((_, response) => {
    asked += 1;
    response.writeHead(200, headers).end(`answer ${asked}`);
  });
  origin.listen(0, "127.0.0.1");
  await once(origin, "listening");
  const address = origin.address();
  const port = typeof address === "object" ? address?.port : 0;
  cache = await startSmallCache(`http://127.0.0.1:${port}`);
});

afterEach(() => {
  vi.restoreAllMocks();
  cache.stop();
  origin.close();
  origin.closeAllConnections();
});

async function read(path = "/song"): Promise<string> {
  return (await fetch(cache.url + path)).text();
}

/** Moves the cache's clock on. */
function wait(seconds: number): void {
  const later = Date.now() + seconds * 1_000;
  vi.spyOn(Date, "now").mockImplementation(() => later);
}

describe("a small cache", () => {
  it("answers from what it keeps while that is fresh, and then asks again", async () => {
    headers = { "Cache-Control": "public, s-maxage=10" };
    expect([await read(), await read()]).toEqual(["answer 1", "answer 1"]);
    wait(10);
    expect(await read()).toBe("answer 2");
    expect(cache.counts()).toEqual({ answers: 3, passedOn: 2 });
  });

  it("answers with what is stale while it asks again, as long as it may", async () => {
    headers = { "Cache-Control": "public, s-maxage=10, stale-while-revalidate=5" };
    await read();
    wait(12);
    expect(await read()).toBe("answer 1");
    await expect.poll(() => asked).toBe(2);
    await expect.poll(read).toBe("answer 2");
  });

  it("asks once for all who come at the same time", async () => {
    headers = { "Cache-Control": "public, s-maxage=10" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => read()));
    expect(new Set(answers)).toEqual(new Set(["answer 1"]));
    expect(asked).toBe(1);
  });

  it("keeps nothing that it may not keep", async () => {
    headers = { "Cache-Control": "public, max-age=0, must-revalidate" };
    expect([await read(), await read()]).toEqual(["answer 1", "answer 2"]);
  });

  it("answers 502 where nobody answers it", async () => {
    origin.close();
    origin.closeAllConnections();
    expect((await fetch(cache.url)).status).toBe(502);
  });
});

describe("the lifetime of an answer", () => {
  it.each([
    ["public, s-maxage=60, stale-while-revalidate=30", { fresh: 60, stale: 30 }],
    ["public, max-age=60", { fresh: 0, stale: 0 }],
    ["private, s-maxage=60", { fresh: 0, stale: 0 }],
    ["no-store", { fresh: 0, stale: 0 }],
  ])("of %j", (text, lifetime) => {
    expect(readLifetime({ "cache-control": text })).toEqual(lifetime);
  });

  it("is what CDNs alone are told, where they are", () => {
    const lifetime = readLifetime({
      "cache-control": "public, max-age=0, must-revalidate",
      "cdn-cache-control": "max-age=10, stale-while-revalidate=5, stale-if-error=300",
    });
    expect(lifetime).toEqual({ fresh: 10, stale: 5 });
  });
});
