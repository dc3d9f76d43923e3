import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { request } from "./request";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const address = listening.address() as AddressInfo;
  return `http://127.0.0.1:${address.port}/v1/here`;
}

const LIMITS = { timeoutMs: 5_000, maxBytes: 1_000 };
const HASTY = { ...LIMITS, timeoutMs: 60 };

/** A fetch that never answers, and one whose body never comes; neither looks at its signal. */
const deaf = async () => new Promise<Response>(() => undefined);
const mute = async () => new Response(new ReadableStream({ start: () => undefined }));

describe("a request", () => {
  it("gives status, headers and text of a whole answer", async () => {
    const url = await serve((_, response) => {
      response.writeHead(203, { "x-a": "b" }).end("très bien");
    });
    const { status, headers, text } = await request(url, {}, LIMITS);
    expect([status, headers.get("x-a"), text]).toEqual([203, "b", "très bien"]);
  });

  it("gives up on a server that never answers", async () => {
    const url = await serve(() => undefined);
    await expect(request(url, {}, HASTY)).rejects.toMatchObject({
      code: "timeout",
      message: "GET /v1/here did not answer within 60 ms; it will be asked again.",
    });
  });

  it("gives up on a body that drips", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-length": "500" });
      const dripping = setInterval(() => response.write("a"), 10);
      response.on("close", () => clearInterval(dripping));
    });
    await expect(request(url, {}, HASTY)).rejects.toMatchObject({ code: "timeout" });
  });

  it("gives up on a fetch, and on a body, that do not heed their signal", async () => {
    await expect(request("http://a.example/", {}, { ...HASTY, fetch: deaf })).rejects.toMatchObject(
      {
        code: "timeout",
      },
    );
    await expect(request("http://a.example/", {}, { ...HASTY, fetch: mute })).rejects.toMatchObject(
      {
        code: "timeout",
      },
    );
  });

  it("stops reading at the cap", async () => {
    let sent = 0;
    const url = await serve((_, response) => {
      response.on("error", () => undefined);
      const fill = (): void => {
        while (!response.destroyed && sent < 50_000_000 && response.write("a".repeat(10_000)))
          sent += 10_000;
      };
      response.on("drain", fill);
      fill();
    });
    await expect(request(url, {}, LIMITS)).rejects.toMatchObject({ code: "too_large" });
    expect(sent).toBeLessThan(50_000_000);
  });

  it("counts the bytes after decompression", async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
    });
    await expect(request(url, {}, { ...LIMITS, maxBytes: bomb.length * 2 })).rejects.toMatchObject({
      code: "too_large",
    });
  });

  it("takes an answer of exactly the cap", async () => {
    const url = await serve((_, response) => void response.end("a".repeat(1_000)));
    expect((await request(url, {}, LIMITS)).text).toHaveLength(1_000);
  });

  it("names a reset connection", async () => {
    const url = await serve((incoming) => incoming.socket.resetAndDestroy());
    await expect(request(url, {}, LIMITS)).rejects.toMatchObject({
      code: "network",
      message: expect.stringMatching(/^GET \/v1\/here could not be reached \([A-Z_]+\)/),
    });
  });

  it("does not take half a body for a whole one", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("{}", () => response.destroy());
    });
    await expect(request(url, {}, LIMITS)).rejects.toMatchObject({ code: "network" });
  });

  it("does not take broken compression for a body", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip");
    });
    await expect(request(url, {}, LIMITS)).rejects.toMatchObject({ code: "network" });
  });

  it("believes the status of a refusal whose body breaks off, drips or is too long", async () => {
    const url = await serve((incoming, response) => {
      response.writeHead(429, { "retry-after": "77", "content-length": "5000" });
      if (incoming.headers["x-case"] === "break") response.write("a", () => response.destroy());
      if (incoming.headers["x-case"] === "drip") response.write("a");
      if (incoming.headers["x-case"] === "long") response.end("a".repeat(5_000));
    });
    for (const [name, limits] of [
      ["break", LIMITS],
      ["drip", { ...LIMITS, timeoutMs: 600 }],
      ["long", LIMITS],
    ] as const) {
      const answer = await request(url, { headers: { "x-case": name } }, limits);
      expect(answer).toMatchObject({ status: 429, text: "" });
      expect(answer.headers.get("retry-after")).toBe("77");
    }
  });

  it("follows no redirect, which would carry the token elsewhere", async () => {
    const paths: (string | undefined)[] = [];
    const url = await serve((incoming, response) => {
      paths.push(incoming.url);
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    const answer = await request(url, { headers: { authorization: "Bearer a" } }, LIMITS);
    expect(answer.status).toBe(307);
    expect(paths).toEqual(["/v1/here"]);
  });
});
