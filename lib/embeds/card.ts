import { siSpotify } from "simple-icons";
import { hasItem } from "@/lib/now-playing/wire";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { describeColours } from "./card-colours";
import { COVER, drawCover, isDrawable } from "./card-cover";
import type { CardCover } from "./card-cover";
import { drawLines } from "./card-lines";
import { drawProgress } from "./card-progress";
import { describeCard } from "./card-words";
import type { CardWords } from "./card-words";
import { escapeXml } from "./escape-xml";
import { HEIGHTS } from "./options";
import type { CardOptions } from "./options";

/** Of the picture, in px, whatever its width and state. */
export const CARD_HEIGHT = HEIGHTS.compact;

/**
 * Spotify's mark, and half its height kept clear all around. Its guidelines ask for at least 21 px: it
 * still has them where a small phone draws the card at three quarters of its size.
 */
const MARK = { size: 28, space: 14 };

const MARGIN = 16;
const GAP = 12;

export interface CardDrawing extends Pick<CardOptions, "theme" | "width"> {
  readonly words: CardWords;
  /** Epoch ms. */
  readonly now: number;
  readonly cover?: CardCover | undefined;
}

/**
 * What is published as an SVG picture that needs nothing else: no script, no font, no reference. Its fonts
 * are Helvetica and those made to be as wide, so its lines are cut by measure; its words are whole in title
 * and description.
 */
export function drawCard(published: NowPlaying, drawing: CardDrawing): string {
  const { words, now, theme, width } = drawing;
  const item = hasItem(published) ? published : undefined;
  const text = describeCard(published, words);
  const progress = drawProgress(published, width, now);
  const cover = item && drawing.cover && isDrawable(drawing.cover) ? drawing.cover : undefined;
  const colours = describeColours(theme, progress?.isMoving ? { tint: item?.tint } : "muted");
  const lines = drawLines(text, item?.explicit ? words.explicitMark : "", {
    left: cover ? COVER.at + COVER.size + GAP : MARGIN,
    right: width - (item ? MARK.size + 2 * MARK.space : MARGIN),
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${CARD_HEIGHT}" viewBox="0 0 ${width} ${CARD_HEIGHT}" role="img" aria-labelledby="${text.more ? "t d" : "t"}">
<title id="t">${escapeXml(text.spoken)}</title>${text.more && `<desc id="d">${escapeXml(text.more)}</desc>`}
<style>text{font-family:Helvetica,Arial,"Liberation Sans",Arimo,sans-serif}${colours}${progress?.style ?? ""}</style>
<rect class="paper" width="${width}" height="${CARD_HEIGHT}"/><rect class="rule" width="${width}" height="1"/>${progress?.markup ?? ""}
${lines}
${item ? drawMark(width) : ""}${cover ? drawCover(cover) : ""}
</svg>
`;
}

function drawMark(width: number): string {
  const { size, space } = MARK;
  const place = `${width - size - space} ${(CARD_HEIGHT - size) / 2}`;
  return `<path class="mark" transform="translate(${place}) scale(${(size / 24).toFixed(4)})" d="${siSpotify.path}"/>`;
}
