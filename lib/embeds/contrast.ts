import type { Theme } from "./options";

/** What WCAG 2 asks of small text (https://www.w3.org/TR/WCAG22/#contrast-minimum). */
export const LEAST_CONTRAST = 4.5;

/** The ink of a face in either theme, as widget/face.css has it. */
export const INKS = { light: "#1c1a17", dark: "#ece5d8" } as const;

/** How much of the ink a face's faintest words have. */
export const FAINTEST = 0.72;

type Scheme = keyof typeof INKS;

export interface GroundVerdict {
  /** Of the faintest words, for each scheme that a visitor may see; from 1 to 21. */
  readonly ratios: readonly { readonly scheme: Scheme; readonly ratio: number }[];
  /** What to choose where one of them is less than `LEAST_CONTRAST`: a theme, or paper to stand on. */
  readonly advice: Scheme | "paper" | undefined;
}

/**
 * Judges whether a face without paper of its own can be read on a page.
 *
 * @param background the page's, as `#rrggbb`
 */
export function judgeGround(theme: Theme, background: string): GroundVerdict {
  const schemes: readonly Scheme[] = theme === "auto" ? ["light", "dark"] : [theme];
  const ratios = schemes.map((scheme) => ({ scheme, ratio: readContrast(scheme, background) }));
  if (ratios.every(({ ratio }) => ratio >= LEAST_CONTRAST)) return { ratios, advice: undefined };
  const readable = (["light", "dark"] as const).find(
    (scheme) => readContrast(scheme, background) >= LEAST_CONTRAST,
  );
  return { ratios, advice: readable ?? "paper" };
}

function readContrast(scheme: Scheme, background: string): number {
  const below = readColour(background);
  const ink = readColour(INKS[scheme]);
  const seen = ink.map((value, i) => value * FAINTEST + (below[i] ?? 0) * (1 - FAINTEST));
  return contrastBetween(seen, below);
}

/** The contrast of two colours, each as `#rrggbb`; from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrastOf(one: string, other: string): number {
  return contrastBetween(readColour(one), readColour(other));
}

function contrastBetween(one: readonly number[], other: readonly number[]): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].toSorted(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** Red, green and blue, from 0 to 1. */
function readColour(text: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16) / 255);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
