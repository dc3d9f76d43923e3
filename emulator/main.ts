import { parseArgs } from "node:util";
import { startEmulator } from "./server";
import type { Emulator } from "./server";

const usage = "Usage: tsx emulator/main.ts [--port N]";

function readPort(): number {
  const { values } = parseArgs({ options: { port: { type: "string", default: "4390" } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError(`--port must be a number from 0 to 65535. ${usage}`);
  return port;
}

async function startOnFreePort(port: number): Promise<Emulator> {
  try {
    return await startEmulator({ port });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    console.log(`Port ${port} is taken; using a free one.`);
    return startEmulator();
  }
}

const emulator = await startOnFreePort(readPort());
const { clientId, clientSecret, refreshToken, userId, connectedAt } = emulator.credentials;

console.log(`Spotify's stand-in is playing at ${emulator.url}
Open it in a browser for the controls. For a site that should listen to it:

SPOTIFY_ACCOUNTS_URL=${emulator.url}
SPOTIFY_API_URL=${emulator.url}
SPOTIFY_IMAGE_ORIGINS=${emulator.url}
SPOTIFY_CLIENT_ID=${clientId}
SPOTIFY_CLIENT_SECRET=${clientSecret}
SPOTIFY_REFRESH_TOKEN=${refreshToken}
SPOTIFY_CONNECTED_AT=${connectedAt}
SPOTIFY_OWNER_ID=${userId}`);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void emulator.close());
