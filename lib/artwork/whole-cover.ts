import { LRUCache } from "lru-cache";
import { say } from "@/lib/telling/say";
import type { Tell } from "@/lib/telling/events";
import { ArtworkError } from "./artwork-error";
import { KEPT_MS } from "./cover-cache";
import type { EncodedCover } from "./encode-cover";
import type { FetchCover } from "./fetch-cover";
import { createFindOnce } from "./find-once";
import { openImage } from "./open-image";
import { waitForCover } from "./wait-for-cover";
import type { Wait } from "./wait-for-cover";

const MOST_COVERS = 4;
const MOST_CHARACTERS = 5_000_000;

/** How long (ms) a picture waits for its cover. */
const PATIENCE_MS = 2_000;

/** In px; Spotify's largest covers have as many. */
const MOST_EDGE = 640;

/** Gives undefined where the cover cannot be had within two seconds, or by the deadline; never throws. */
export type FindWholeCover = (url: string, wait?: Wait) => Promise<EncodedCover | undefined>;

export interface WholeCoverOptions {
  readonly fetchCover: FetchCover;
  readonly warn: Tell;
  readonly now: () => number;
}

/**
 * Makes what finds the cover as large as it comes, for a picture of ours: whole, and as PNG, which every
 * drawer reads and which loses nothing. As long as a cover is kept, it is the same object.
 */
export function createWholeCoverFinder({
  fetchCover,
  warn,
  now,
}: WholeCoverOptions): FindWholeCover {
  const find = createFindOnce<EncodedCover>({
    find: async (url) => {
      const cover = await print((await fetchCover(url)).bytes);
      if (cover === undefined)
        throw new ArtworkError("type", say`A cover is not an image that can be shown.`);
      return cover;
    },
    kept: new LRUCache({
      max: MOST_COVERS,
      maxSize: MOST_CHARACTERS,
      sizeCalculation: ({ uri }) => uri.length,
      ttl: KEPT_MS,
    }),
    warn,
    now,
  });
  return (url, wait = {}) => waitForCover(find(url), wait, { patienceMs: PATIENCE_MS, now });
}

async function print(bytes: Uint8Array): Promise<EncodedCover | undefined> {
  const opened = await openImage(bytes);
  if (opened === undefined) return undefined;
  const { data, info } = await opened.image
    .autoOrient()
    .resize(MOST_EDGE, MOST_EDGE, { fit: "inside", withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  const uri = `data:image/png;base64,${data.toString("base64")}`;
  return { uri, width: info.width, height: info.height };
}
