import { STATES } from "@/lib/now-playing/samples";
import type { State } from "@/lib/now-playing/samples";

/** The colours of a face; `auto` follows the visitor's. */
export const THEMES = ["auto", "light", "dark"] as const;
/** `compact` is one line of 80 px, `card` has room for a larger cover, in 152 px. */
export const SIZES = ["compact", "card"] as const;
/** What a face stands on: paper of its own, or the page behind it. */
export const GROUNDS = ["paper", "transparent"] as const;
/** Width of the picture, in px. */
export const CARD_WIDTH = { least: 280, usual: 400, most: 640 } as const;
/** Heights of the iframe and the element, in px. */
export const HEIGHTS = { compact: 80, card: 152 } as const;

export type Theme = (typeof THEMES)[number];
export type Size = (typeof SIZES)[number];
export type Ground = (typeof GROUNDS)[number];

/** What may be asked of the iframe and the element. */
export interface FaceOptions {
  readonly theme: Theme;
  readonly size: Size;
  readonly ground: Ground;
  /** Draws a sample of this state, and never the music. */
  readonly preview?: State | undefined;
}

/** What may be asked of the picture. */
export interface CardOptions {
  readonly theme: Theme;
  /** In px, 280 to 640. */
  readonly width: number;
  readonly preview?: State | undefined;
}

/** An option that was not understood: its default was taken. */
export interface OptionProblem {
  readonly name: string;
  /** What would have been understood. */
  readonly expected: string;
}

/** Options as a query or a set of attributes has them: text, or null where one is absent. */
export type OptionSource = Pick<URLSearchParams, "get">;

/** Reads the options of `/embed`; what is unknown or malformed falls back to its default. */
export function parseFaceOptions(source: OptionSource): {
  options: FaceOptions;
  problems: OptionProblem[];
} {
  const problems: OptionProblem[] = [];
  const options = {
    theme: choose(source, "theme", THEMES, problems) ?? "auto",
    size: choose(source, "size", SIZES, problems) ?? "compact",
    ground: choose(source, "ground", GROUNDS, problems) ?? "paper",
    preview: choose(source, "preview", STATES, problems),
  };
  return { options, problems };
}

/** Reads the options of `/now-playing.svg`; what is unknown or malformed falls back to its default. */
export function parseCardOptions(source: OptionSource): {
  options: CardOptions;
  problems: OptionProblem[];
} {
  const problems: OptionProblem[] = [];
  const options = {
    theme: choose(source, "theme", THEMES, problems) ?? "auto",
    width: readWidth(source.get("width"), problems),
    preview: choose(source, "preview", STATES, problems),
  };
  return { options, problems };
}

function choose<T extends string>(
  source: OptionSource,
  name: string,
  values: readonly T[],
  problems: OptionProblem[],
): T | undefined {
  const text = source.get(name);
  const value = values.find((value) => value === text);
  if (text !== null && value === undefined) {
    problems.push({ name, expected: values.join(", ") });
  }
  return value;
}

function readWidth(text: string | null, problems: OptionProblem[]): number {
  const { least, usual, most } = CARD_WIDTH;
  if (text === null) return usual;
  const width = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (width >= least && width <= most) return width;
  problems.push({ name: "width", expected: `${least} to ${most}` });
  return usual;
}
