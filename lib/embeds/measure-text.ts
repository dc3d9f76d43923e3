import { GLYPH_WIDTHS } from "./glyph-widths";

/** How a line of the card is set: in px, in the regular or the bold weight. */
export interface Face {
  readonly size: number;
  readonly isBold: boolean;
}

const UNITS_PER_EM = 2048;

const KNOWN = new Map(
  GLYPH_WIDTHS.flatMap(([regular, bold, characters]) =>
    [...characters].map((character) => [character, { regular, bold }] as const),
  ),
);

/** Parts text into characters as a reader counts them. */
export const CLUSTERS = new Intl.Segmenter();

/** A picture among the words. As wide as the widest in use, that of Windows. */
const EMOJI = /[\p{Emoji_Presentation}\uFE0F]/u;
const EMOJI_EM = 1.38;

/**
 * Em widths of what the fonts of the card lack, and another one has to stand in for: rather too wide than
 * too narrow, measured in Noto Sans, among the widest that systems fall back on. The first that fits counts.
 */
const CLASSES: readonly (readonly [em: number, characters: RegExp])[] = [
  [0.35, /\p{Mc}/u],
  [0, /[\p{M}\p{Cc}\p{Cf}\p{Cs}]/u],
  [0.5, /[\uFF61-\uFFDC]/],
  [1, /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\p{sc=Yiii}]/u],
  // Seen, sheen, sad and dad: twice as wide as the other letters.
  [0.95, /[\u0633-\u0636]/],
  [0.55, /[\p{sc=Arab}\p{sc=Hebr}]/u],
  [0.62, /[\p{sc=Thai}\p{sc=Laoo}]/u],
  [0.7, /[\p{sc=Deva}\p{sc=Gujr}\p{sc=Guru}\p{sc=Armn}\p{sc=Geor}]/u],
  [1.15, /[\p{sc=Taml}\p{sc=Mlym}\p{sc=Sinh}]/u],
  [0.8, /\p{L}/u],
  [0.28, /[\u00A0\u2004-\u200A\u202F]/],
];

/** Everything else, such as symbols and the punctuation of East Asia. */
const USUAL_EM = 1;

/** The width of a text in px, see {@link measureCluster}. */
export function measureText(text: string, face: Face): number {
  let width = 0;
  for (const { segment } of CLUSTERS.segment(text)) width += measureCluster(segment, face);
  return width;
}

/**
 * The width of one grapheme cluster in px, as Helvetica, Arial, Liberation Sans and Arimo set it; an
 * estimate where those lack the character. Kerning, which makes most lines a trifle shorter, is left out.
 */
export function measureCluster(cluster: string, { size, isBold }: Face): number {
  if (EMOJI.test(cluster)) return EMOJI_EM * size;
  let em = 0;
  for (const character of cluster) em += measureCharacter(character, isBold);
  return em * size;
}

function measureCharacter(character: string, isBold: boolean): number {
  // An accented letter is as wide as its bare one unless the table says otherwise.
  const known = KNOWN.get(character) ?? KNOWN.get(bareLetterOf(character));
  if (known) return (isBold ? known.bold : known.regular) / UNITS_PER_EM;
  return CLASSES.find(([, characters]) => characters.test(character))?.[0] ?? USUAL_EM;
}

function bareLetterOf(character: string): string {
  return String.fromCodePoint(character.normalize("NFD").codePointAt(0) ?? 0);
}
