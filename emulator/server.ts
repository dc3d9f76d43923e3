import { once } from "node:events";
import { createServer } from "node:http";
import { client } from "./accounts/client";
import { demoRefreshToken } from "./accounts/grants";
import { users } from "./accounts/users";
import { createControl } from "./control/control";
import type { Control } from "./control/control";
import { handleRequest } from "./handle-request";
import { defaultOptions, mergeOptions } from "./options";
import type { PlaylistEntry } from "./playlist/entry";
import { demoPlaylist } from "./playlist/demo-playlist";
import { createWorld } from "./world";

export interface EmulatorOptions {
  /** 0 is any free port. */
  port?: number;
  /** Also the host name in `url`. */
  host?: string;
  playlist?: readonly PlaylistEntry[];
  startAt?: { index: number; positionMs: number };
  latencyMs?: { accounts?: number; api?: number; images?: number };
  /** False: a new connection for each request, so that what goes wrong with connections shows at once. */
  keepsConnections?: boolean;
  /** Epoch ms. */
  now?: () => number;
}

export interface Emulator {
  /** Both of Spotify's hosts and its pictures: for SPOTIFY_ACCOUNTS_URL and SPOTIFY_API_URL. */
  readonly url: string;
  /** An account that has already said yes. */
  readonly credentials: {
    clientId: string;
    clientSecret: string;
    refreshToken: string;
    userId: string;
    connectedAt: string;
  };
  readonly control: Control;
  /** Every token and code it has handed out, for a search through what nobody may see. */
  issued(): readonly string[];
  /** Ends at once, hanging requests included. */
  close(): Promise<void>;
}

// The demo shows a song ending within its first minute.
const demoStart = { index: 0, positionMs: (demoPlaylist[0]?.durationMs ?? 0) - 25_000 };

/**
 * Starts a stand-in for accounts.spotify.com, api.spotify.com and the image CDN on one port.
 *
 * @throws the listening error of `node:http`, such as EADDRINUSE
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, host = "127.0.0.1", playlist, now = Date.now } = options;
  const startAt = options.startAt ?? (playlist === undefined ? demoStart : { index: 0 });
  const { latencyMs } = mergeOptions(defaultOptions, { latencyMs: options.latencyMs });
  let url = "";
  const world = createWorld(playlist ?? demoPlaylist, startAt, { latencyMs }, now, () => url);
  const control = createControl(world);
  const connectedAt = new Date(now()).toISOString();

  const server = createServer(
    (request, response) => void handleRequest(world, control, request, response),
  );
  if (options.keepsConnections === false) server.maxRequestsPerSocket = 1;
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  url = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;

  return {
    url,
    credentials: {
      clientId: client.id,
      clientSecret: client.secret,
      refreshToken: demoRefreshToken,
      userId: users.owner.id,
      connectedAt,
    },
    control,
    issued: () => [...world.grants.issued(), ...world.codes.issued()],
    async close() {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
