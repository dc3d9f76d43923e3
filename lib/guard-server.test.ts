import { once } from "node:events";
import { createServer, request } from "node:http";
import type { IncomingMessage, RequestOptions, Server } from "node:http";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { guardServer } from "./guard-server";

let server: Server;
let seen: string[];

beforeEach(async () => {
  seen = [];
  server = createServer((asked, response) => {
    seen.push(`${asked.method} ${asked.url}`);
    response.end("ok");
  });
  // As Next has it: nobody answers, and nobody ends the socket.
  server.on("upgrade", (_request: IncomingMessage, socket: Socket) => socket.on("error", () => {}));
  guardServer(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function portOf(): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It does not listen.");
  return address.port;
}

async function ask(options: RequestOptions) {
  const asked = request({ host: "127.0.0.1", port: portOf(), ...options }).end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  answer.resume();
  return answer;
}

it("lets through what can be answered", async () => {
  expect((await ask({ path: "/a?b" })).statusCode).toBe(200);
  expect(seen).toEqual(["GET /a?b"]);
});

it("answers the rest itself, in a few words and with the methods there are", async () => {
  const answer = await ask({ method: "TRACE", path: "/" });
  expect(answer.statusCode).toBe(405);
  expect(answer.headers).toMatchObject({
    allow: "GET, HEAD, OPTIONS",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  expect((await ask({ path: "/%" })).statusCode).toBe(400);
  expect((await ask({ method: "OPTIONS", path: "/a" })).statusCode).toBe(204);
  expect(seen).toEqual([]);
});

it("keeps no socket of a client that wanted another protocol and has gone", async () => {
  const headers = "Host: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n";
  const socket = connect(portOf(), "127.0.0.1");
  const [served] = (await once(server, "connection")) as [Socket];
  socket.write(`GET /nobody HTTP/1.1\r\n${headers}\r\n`);
  await once(socket, "data");
  expect(seen).toEqual(["GET /nobody"]);
  const closed = once(served, "close");
  socket.destroy();
  await closed;
});

it("waits for no request longer than half a minute", () => {
  expect(server.headersTimeout).toBe(15_000);
  expect(server.requestTimeout).toBe(30_000);
});
