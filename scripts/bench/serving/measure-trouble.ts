import { load } from "@/scripts/bench/load";
import type { Load } from "@/scripts/bench/load";
import { makeSongs } from "@/scripts/bench/song";
import { startServer, startSpotify } from "@/scripts/bench/start-server";

/** Short enough that a reading falls due while Spotify is in trouble, in s. */
const SHORT_S = 5;

/** A busy site's visitors: they come whether answers do or not. */
const PER_SECOND = 50;
const CONNECTIONS = 50;

/** What visitors get while Spotify hangs or fails, of a process that has read it before. */
export async function measureTrouble(
  { file, seconds }: { readonly file: string; readonly seconds: number },
  path: string,
  fault: "hang" | "503",
): Promise<Load> {
  const spotify = await startSpotify({ playlist: makeSongs(50, SHORT_S) });
  const server = await startServer(file, spotify);
  try {
    const url = server.url + path;
    await (await fetch(url)).text();
    spotify.control.fault({ host: "api", fault });
    return await load({ url, seconds, connections: CONNECTIONS, perSecond: PER_SECOND });
  } finally {
    await server.stop();
    await spotify.close();
  }
}
