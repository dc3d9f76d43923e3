import { describeSample } from "@/lib/now-playing/samples";
import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { drawCard } from "./card";
import type { CardDrawing } from "./card";
import type { CardCover } from "./card-cover";
import type { CardOptions } from "./options";
import { SAMPLE_COVER, SAMPLE_COVER_PATH } from "./sample-cover";

/** Most bytes of a card with everything in it. */
export const MOST_CARD_BYTES = 12 * 1024;

/**
 * Turns the published addresses of a cover into the cover itself, of so many characters at most.
 * `isComplete` is false where a cover is on its way, and another card will have it.
 */
export type InlineCover = (
  art: { readonly art: string; readonly artSmall: string },
  mostCharacters: number,
) => Promise<{ readonly cover?: CardCover | undefined; readonly isComplete: boolean }>;

export interface Card {
  readonly svg: string;
  /** False where the cover is on its way: the card is worth keeping for a moment only. */
  readonly isComplete: boolean;
}

export interface CardRequest extends Omit<CardDrawing, "cover" | "theme" | "width"> {
  readonly options: CardOptions;
  readonly inlineCover: InlineCover;
}

const SAMPLE: CardCover = {
  uri: `data:image/svg+xml,${encodeURIComponent(SAMPLE_COVER)}`,
  width: 300,
  height: 300,
};

/** Stands for the cover while the rest is measured; of a shape whose numbers are as long as any. */
const PLACEHOLDER: CardCover = { uri: "data:image/", width: 300, height: 109 };

/**
 * The card of what is published, with the cover in it where there is one that the budget has room for; or
 * the card of a sample, where one is asked for.
 */
export async function composeCard(
  published: NowPlaying,
  { options, inlineCover, words, now }: CardRequest,
): Promise<Card> {
  const { theme, width, preview } = options;
  const draw = (shown: NowPlaying, cover?: CardCover): string =>
    drawCard(shown, { words, now, theme, width, cover });
  if (preview)
    return { svg: draw(describeSample(preview, SAMPLE_COVER_PATH, now), SAMPLE), isComplete: true };

  const { art, artSmall } = hasItem(published) ? published : {};
  if (!art || !artSmall) return { svg: draw(published), isComplete: true };
  const rest = Buffer.byteLength(draw(published, PLACEHOLDER)) - PLACEHOLDER.uri.length;
  const { cover, isComplete } = await inlineCover({ art, artSmall }, MOST_CARD_BYTES - rest);
  return { svg: draw(published, cover), isComplete };
}
