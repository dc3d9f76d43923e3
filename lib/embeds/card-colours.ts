import type { Theme } from "./options";

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly hairline: string;
  /** Black on light, white on dark: Spotify's mark is not ours to colour. */
  readonly mark: string;
  /** What a tint's lightness is bent into, for AA contrast with the paper in every hue. */
  readonly lightness: string;
}

/** The site's own colours, see app/globals.css. */
export const LIGHT: Palette = {
  paper: "#f6f1e7",
  ink: "#1c1a17",
  muted: "#655f55",
  hairline: "#d8d0c1",
  mark: "#000",
  lightness: "clamp(.36,l,.48)",
};
export const DARK: Palette = {
  paper: "#1d1b18",
  ink: "#ece5d8",
  muted: "#a59d8f",
  hairline: "#3b3730",
  mark: "#fff",
  lightness: "clamp(.74,l,.88)",
};

/** What colours the progress line: a cover's `#rrggbb`, ink, or nothing that would draw the eye. */
export type LineColour = { readonly tint: string | undefined } | "muted";

/** The card's style sheet: no custom properties, for older renderers do not know them. */
export function describeColours(theme: Theme, line: LineColour): string {
  if (theme === "light") return rules(LIGHT, line);
  if (theme === "dark") return rules(DARK, line);
  return `${rules(LIGHT, line)}@media(prefers-color-scheme:dark){${rules(DARK, line)}}`;
}

function rules(palette: Palette, line: LineColour): string {
  const { paper, ink, muted, hairline, mark } = palette;
  return `.paper{fill:${paper}}.rule{fill:${hairline}}.ink{fill:${ink}}.muted{fill:${muted}}.badge{stroke:${muted}}.mark{fill:${mark}}${lineRules(palette, line)}`;
}

function lineRules({ ink, muted, lightness }: Palette, line: LineColour): string {
  if (line === "muted") return `.line{fill:${muted}}`;
  const { tint } = line;
  // The one place where something published reaches a style sheet.
  if (tint === undefined || !/^#[\da-f]{6}$/i.test(tint)) return `.line{fill:${ink}}`;
  return `.line{fill:${ink}}@supports(color:oklch(from red l c h)){.line{fill:oklch(from ${tint} ${lightness} min(c,.12) h)}}`;
}
