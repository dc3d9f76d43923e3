import { LRUCache } from "lru-cache";
import { say } from "@/lib/telling/say";
import type { Tell } from "@/lib/telling/events";
import { ArtworkError } from "./artwork-error";
import type { Art } from "./choose-art";
import { KEPT_MS } from "./cover-cache";
import { encodeCover } from "./encode-cover";
import type { EncodedCover } from "./encode-cover";
import type { FetchCover } from "./fetch-cover";
import { createFindOnce } from "./find-once";
import { waitForCover } from "./wait-for-cover";
import type { Wait } from "./wait-for-cover";

const MOST_COVERS = 50;
const MOST_CHARACTERS = 1_500_000;

/** How long (ms) a card waits for its cover. */
const PATIENCE_MS = 1_000;

export interface InlinedCover {
  /** Undefined where there is none that fits, or none yet. */
  readonly cover?: EncodedCover | undefined;
  /** False where the cover is still on its way: asking again later gives it. */
  readonly isComplete: boolean;
}

export type InlineCover = (art: Art, mostCharacters: number, wait?: Wait) => Promise<InlinedCover>;

export interface CoverInlinerOptions {
  readonly fetchCover: FetchCover;
  readonly warn: Tell;
  readonly now: () => number;
  readonly patienceMs?: number;
}

/**
 * Makes what turns a cover's addresses into the cover itself, as a data URI of so many characters at most.
 * The larger file is the sharper one; the small one stands in where that cannot be had.
 *
 * @returns a function that answers within about a second, by the deadline at the latest, and never throws
 */
export function createCoverInliner({
  fetchCover,
  warn,
  now,
  patienceMs = PATIENCE_MS,
}: CoverInlinerOptions): InlineCover {
  const findForms = createFindOnce<readonly EncodedCover[]>({
    find: async (url) => {
      const forms = await encodeCover((await fetchCover(url)).bytes);
      if (forms.length === 0)
        throw new ArtworkError("type", say`A cover is not an image that can be shown.`);
      return forms;
    },
    kept: new LRUCache({
      max: MOST_COVERS,
      maxSize: MOST_CHARACTERS,
      sizeCalculation: (forms) => forms.reduce((sum, { uri }) => sum + uri.length, 1),
      ttl: KEPT_MS,
    }),
    warn,
    now,
  });

  async function findFitting({ art, artSmall }: Art, most: number): Promise<InlinedCover> {
    for (const url of new Set([art, artSmall])) {
      const cover = (await findForms(url))?.find(({ uri }) => uri.length <= most);
      if (cover) return { cover, isComplete: true };
    }
    return { isComplete: true };
  }

  return async (art, mostCharacters, wait = {}) => {
    const finding = findFitting(art, mostCharacters);
    return (await waitForCover(finding, wait, { patienceMs, now })) ?? { isComplete: false };
  };
}
