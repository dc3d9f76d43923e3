import { LRUCache } from "lru-cache";
import { chooseArt, type Art, type Image } from "./choose-art";
import { createCoverCache } from "./cover-cache";
import { createCoverFetcher, type FetchCover } from "./fetch-cover";
import { findTint } from "./find-tint";
import { isAllowedImage, type ImageOrigin } from "./image-origins";

const MOST_TINTS = 200;
const RETRY_AFTER_MS = 5 * 60_000;

export interface ArtworkOptions {
  readonly origins: readonly ImageOrigin[];
  readonly fetch?: typeof globalThis.fetch;
  /** Told, in one sentence, why a tint could not be found. */
  readonly warn?: (message: string) => void;
  /** Epoch ms; decides when a failure is tried again. */
  readonly now?: () => number;
}

export interface Artwork {
  isAllowed(url: string): boolean;
  /** See {@link chooseArt}. */
  chooseArt(images: readonly Image[]): Art | undefined;
  /** The cover itself, for drawing it into a card. Throws an `ArtworkError`. */
  readonly fetchCover: FetchCover;
  /** `#rrggbb`; undefined when it cannot be found, which is not tried again for 5 minutes. Never throws. */
  tintOf(url: string): Promise<string | undefined>;
  /** The tint if it was found before, at once. */
  knownTint(url: string): string | undefined;
}

/** Joins the room: what may be shown, which of it, and its colour, for one list of origins. */
export function createArtwork({
  origins,
  fetch,
  warn = () => undefined,
  now = Date.now,
}: ArtworkOptions): Artwork {
  const isAllowed = (url: string) => isAllowedImage(url, origins);
  const fetchCover = createCoverCache(
    createCoverFetcher({ isAllowed, ...(fetch === undefined ? {} : { fetch }) }),
  );
  const tints = new LRUCache<string, string>({ max: MOST_TINTS });
  const failedAt = new LRUCache<string, number>({ max: MOST_TINTS });
  const inFlight = new Map<string, Promise<string | undefined>>();

  async function find(url: string): Promise<string | undefined> {
    try {
      const tint = await findTint((await fetchCover(url)).bytes);
      if (tint === undefined)
        throw new Error(`The cover at ${url} is not an image that can be read.`);
      tints.set(url, tint);
      failedAt.delete(url);
      return tint;
    } catch (error) {
      failedAt.set(url, now());
      warn(error instanceof Error ? error.message : String(error));
      return undefined;
    } finally {
      inFlight.delete(url);
    }
  }

  return {
    isAllowed,
    chooseArt: (images) => chooseArt(images, isAllowed),
    fetchCover,
    async tintOf(url) {
      const known = tints.get(url);
      const failed = failedAt.get(url) ?? -Infinity;
      if (known !== undefined || now() - failed < RETRY_AFTER_MS) return known;
      const running = inFlight.get(url) ?? find(url);
      inFlight.set(url, running);
      return running;
    },
    knownTint: (url) => tints.get(url),
  };
}
