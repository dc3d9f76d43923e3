import { LRUCache } from "lru-cache";
import { say } from "@/lib/telling/say";
import type { Tell } from "@/lib/telling/events";
import { ArtworkError } from "./artwork-error";
import { chooseArt, type Art, type Image } from "./choose-art";
import { createCoverCache } from "./cover-cache";
import { createCoverFetcher, type FetchCover } from "./fetch-cover";
import { createFindOnce } from "./find-once";
import { findTint } from "./find-tint";
import { isAllowedImage, type ImageOrigin } from "./image-origins";
import { createCoverInliner, type InlineCover } from "./inline-cover";
import { createWholeCoverFinder, type FindWholeCover } from "./whole-cover";

const MOST_TINTS = 200;

export interface ArtworkOptions {
  readonly origins: readonly ImageOrigin[];
  readonly fetch?: typeof globalThis.fetch;
  /** Told, in one sentence, why a cover or its tint could not be had. */
  readonly warn?: Tell;
  /** Epoch ms; decides when a failure is tried again. */
  readonly now?: () => number;
}

export interface Artwork {
  isAllowed(url: string): boolean;
  /** See {@link chooseArt}. */
  chooseArt(images: readonly Image[]): Art | undefined;
  /** The cover's own file. Throws an `ArtworkError`. */
  readonly fetchCover: FetchCover;
  /** The cover as text, for drawing it into a card. Never throws. */
  readonly inlineCover: InlineCover;
  /** The cover as large as it comes, for drawing it into a picture. Never throws. */
  readonly findWholeCover: FindWholeCover;
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

  return {
    isAllowed,
    chooseArt: (images) => chooseArt(images, isAllowed),
    fetchCover,
    inlineCover: createCoverInliner({ fetchCover, warn, now }),
    findWholeCover: createWholeCoverFinder({ fetchCover, warn, now }),
    tintOf: createFindOnce({
      find: async (url) => {
        const tint = await findTint((await fetchCover(url)).bytes);
        if (tint === undefined)
          throw new ArtworkError("type", say`A cover is not an image that can be read.`);
        return tint;
      },
      kept: tints,
      warn,
      now,
    }),
    knownTint: (url) => tints.get(url),
  };
}
