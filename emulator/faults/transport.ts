import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Exchange, Fault } from "./exchange";
import { faultHosts } from "./exchange";
import { takeSoundAnswer } from "./sound-answer";

const megabyte = 1_048_576;
const hugeMegabytes = 256;

/** What happens to the bytes on their way. */
export const transportFaults: readonly Fault[] = [
  {
    id: "hang",
    label: "Accepts, and never answers",
    hosts: faultHosts,
    play: () => undefined,
  },
  {
    id: "slow-drip",
    label: "Headers at once, then a byte every 200 ms",
    hosts: faultHosts,
    play: drip,
  },
  {
    id: "truncated",
    label: "Ends before its Content-Length",
    hosts: faultHosts,
    play: (exchange) => sendHalf(exchange, () => exchange.response.socket?.end()),
  },
  {
    id: "huge",
    label: `A body of ${hugeMegabytes} MB`,
    hosts: faultHosts,
    play: sendHuge,
  },
  {
    id: "reset",
    label: "Connection reset before any header",
    hosts: faultHosts,
    play: ({ response }) => void response.socket?.resetAndDestroy(),
  },
  {
    id: "reset-mid-body",
    label: "Connection reset in mid-body",
    hosts: faultHosts,
    play: (exchange) => sendHalf(exchange, () => exchange.response.socket?.resetAndDestroy()),
  },
];

async function drip(exchange: Exchange): Promise<void> {
  const { response, gone } = exchange;
  const answer = await takeSoundAnswer(exchange);
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    ...answer.headers,
    "Content-Length": String(body.length),
  });
  response.flushHeaders();
  for (const byte of body) {
    await sleep(200, undefined, { signal: gone });
    response.write(Buffer.of(byte));
  }
  response.end();
}

async function sendHalf(exchange: Exchange, cut: () => void): Promise<void> {
  const { response, gone } = exchange;
  const answer = await takeSoundAnswer(exchange);
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, "Content-Length": String(body.length) });
  response.write(body.subarray(0, Math.ceil(body.length / 2)));
  // The half has to be on its way before the line is cut, or the client sees neither status nor body.
  await sleep(20, undefined, { signal: gone });
  cut();
}

/** One JSON document, or picture, that does not end for a long time. Waits for the reader, and stops when the reader leaves. */
async function sendHuge({ host, response, gone }: Exchange): Promise<void> {
  const type = host === "images" ? "image/jpeg" : "application/json; charset=utf-8";
  response.writeHead(200, { "Content-Type": type });
  response.write('{"is_playing":true,"item":{"type":"track","name":"');
  const chunk = Buffer.alloc(megabyte, "a");
  for (let sent = 0; sent < hugeMegabytes; sent += 1) {
    if (!response.write(chunk)) await once(response, "drain", { signal: gone });
  }
  response.end('"}}');
}
