import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

/** A request that has just begun: no listener of its server has seen it. */
export interface BegunRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
}

/**
 * Calls back with every request to any server of this process, before its listeners: Next makes the
 * server, and hands it to nobody.
 *
 * @see https://nodejs.org/docs/latest-v20.x/api/diagnostics_channel.html#built-in-channels
 */
export function onRequest(listener: (begun: BegunRequest) => void): void {
  // Node's documentation says of what form the channel's messages are.
  subscribe("http.server.request.start", (message) => listener(message as BegunRequest));
}
