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

async function main(): Promise<void> {
  const emulator = await startOnFreePort(readPort());
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void emulator.close());
  console.log(describe(emulator));
}

function describe({ url, credentials }: Emulator): string {
  return `Spotify's stand-in is playing at ${url}
Open it in a browser for the controls. For a site that should listen to it:

SPOTIFY_ACCOUNTS_URL=${url}
SPOTIFY_API_URL=${url}
SPOTIFY_IMAGE_ORIGINS=${url}
SPOTIFY_CLIENT_ID=${credentials.clientId}
SPOTIFY_CLIENT_SECRET=${credentials.clientSecret}
SPOTIFY_REFRESH_TOKEN=${credentials.refreshToken}
SPOTIFY_CONNECTED_AT=${credentials.connectedAt}
SPOTIFY_OWNER_ID=${credentials.userId}`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
