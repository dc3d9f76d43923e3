import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { judgeRequest } from "./judge-request";
import type { Verdict } from "./judge-request";
import { onRequest } from "./on-request";
import { dropRouterHeaders } from "./router-headers";

/** In ms. No request of ours has a body, and none needs longer than this on the slowest of lines. */
const PATIENCE_MS = { headers: 15_000, whole: 30_000 };

/** Turns away, at whatever server this process has, what Next has no good answer for. */
export function guardServers(): void {
  const guarded = new WeakSet<Server>();
  onRequest(({ server }) => {
    if (guarded.has(server)) return;
    guarded.add(server);
    guardServer(server);
  });
}

/** Stands before the listeners that a server has by now, from the request on that is just beginning. */
export function guardServer(server: Server): void {
  const listeners = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const verdict = judgeRequest(request);
    if (verdict) return turnAway(response, verdict);
    dropRouterHeaders(request);
    for (const listener of listeners) listener.call(server, request, response);
  });
  // Next leaves the socket of an upgrade that it does not know open for ever, also when its client has
  // gone: a thousand of them take every file descriptor (Next 16.4.5). Without a listener Node takes them for
  // requests like others.
  server.removeAllListeners("upgrade");
  server.headersTimeout = PATIENCE_MS.headers;
  server.requestTimeout = PATIENCE_MS.whole;
}

function turnAway(response: ServerResponse, { status, allow }: Verdict): void {
  const isNothing = status === 204;
  response.writeHead(status, {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(allow && { allow }),
    // Whatever body follows is not waited for.
    ...(!isNothing && { connection: "close", "content-type": "text/plain; charset=utf-8" }),
  });
  response.end(isNothing ? undefined : `${WORDS[status]}\n`);
}

const WORDS = {
  400: "Bad request",
  404: "Not found",
  405: "Method not allowed",
  413: "No request here has a body",
} as const;
