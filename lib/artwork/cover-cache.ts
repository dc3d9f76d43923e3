import { LRUCache } from "lru-cache";
import type { Cover, FetchCover } from "./fetch-cover";

const MOST_COVERS = 50;
const MOST_BYTES = 5_000_000;
// Spotify's terms allow covers to be kept for a while only, as performance needs it
// (https://developer.spotify.com/terms, IV): none stays for longer than an hour, and none on disk.
export const KEPT_MS = 3_600_000;

/** Keeps a few covers in memory, and asks once when many want the same one at a time. */
export function createCoverCache(fetchCover: FetchCover): FetchCover {
  const inFlight = new Map<string, Promise<Cover>>();
  const kept = new LRUCache<string, Cover>({
    max: MOST_COVERS,
    maxSize: MOST_BYTES,
    sizeCalculation: ({ bytes }) => Math.max(1, bytes.byteLength),
    ttl: KEPT_MS,
  });

  async function fetchAndKeep(url: string): Promise<Cover> {
    try {
      const cover = await fetchCover(url);
      kept.set(url, cover);
      return cover;
    } finally {
      inFlight.delete(url);
    }
  }

  return async (url) => {
    const known = kept.get(url);
    if (known !== undefined) return known;
    const running = inFlight.get(url) ?? fetchAndKeep(url);
    inFlight.set(url, running);
    return running;
  };
}
