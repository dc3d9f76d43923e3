import { load } from "@/scripts/bench/load";
import { makeSongs } from "@/scripts/bench/song";
import { startServer, startSpotify } from "@/scripts/bench/start-server";
import type { Server } from "@/scripts/bench/start-server";
import type { Emulator } from "@/emulator/server";
import type { ColdResults } from "./results";

const LONG_S = 3_600;
const RUSH = 1_000;

/** A process that knows nothing yet: one request, and in another such process a thousand at once. */
export async function measureCold(file: string, path: string): Promise<ColdResults> {
  const firstMs = await withServer(file, async ({ url }) => {
    const asked = performance.now();
    await (await fetch(url + path)).text();
    return performance.now() - asked;
  });
  return withServer(file, async ({ url }, spotify) => {
    const rush = await load({ url: url + path, seconds: 10, connections: RUSH, most: RUSH });
    const { token, currentlyPlaying, recentlyPlayed } = spotify.control.state().counters;
    return { firstMs, rush, rushCalls: token + currentlyPlaying + recentlyPlayed };
  });
}

async function withServer<T>(
  file: string,
  use: (server: Server, spotify: Emulator) => Promise<T>,
): Promise<T> {
  const spotify = await startSpotify({ playlist: makeSongs(1, LONG_S) });
  const server = await startServer(file, spotify);
  try {
    return await use(server, spotify);
  } finally {
    await server.stop();
    await spotify.close();
  }
}
