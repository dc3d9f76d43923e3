import { DARK, LIGHT } from "@/lib/embeds/card-colours";
import type { Palette } from "@/lib/embeds/card-colours";
import { escapeXml } from "@/lib/embeds/escape-xml";
import type { Face } from "@/lib/embeds/measure-text";

/** Of every chart, in px. Its type is large: on a phone it is shown at little more than half of this. */
export const CHART_WIDTH = 720;

/** Of its paper, in px. */
export const MARGIN = 24;

export const HEADING: Face = { size: 21, isBold: true };
export const LABEL: Face = { size: 18, isBold: false };
export const STRONG: Face = { size: 18, isBold: true };

/**
 * What the site takes from a cover, a chart has of its own: enough contrast for words on either paper. The
 * grey is for marks that carry no words, and has the 3:1 that those need.
 */
export const CHART_COLOURS = {
  light: { ...pick(LIGHT), accent: "#a33b1e", grey: "#8b8376" },
  dark: { ...pick(DARK), accent: "#ec9d7c", grey: "#8a8275" },
} as const;

type Colours = (typeof CHART_COLOURS)["light" | "dark"];

export interface Chart {
  readonly title: string;
  /** What the chart shows, in a sentence, for who does not see it. */
  readonly description: string;
}

/**
 * A chart as a picture that needs nothing else: no script, no font, no reference. Its type is measured as
 * Helvetica, which Archivo at 100 % is about as wide as.
 *
 * @param height in px
 * @param markup what stands on its paper, below the heading
 */
export function frameChart({ title, description }: Chart, height: number, markup: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART_WIDTH}" height="${height}" viewBox="0 0 ${CHART_WIDTH} ${height}" role="img" aria-labelledby="t d">
<title id="t">${escapeXml(title)}</title><desc id="d">${escapeXml(description)}</desc>
<style>text{font-family:Archivo,Helvetica,Arial,"Liberation Sans",Arimo,sans-serif;font-size:${LABEL.size}px;font-variant-numeric:tabular-nums}.heading{font-size:${HEADING.size}px}.strong,.heading{font-weight:700}.halo{paint-order:stroke;stroke-width:5px;stroke-linejoin:round}.line{fill:none;stroke-linejoin:round;stroke-linecap:round}${writeRules(CHART_COLOURS.light)}@media(prefers-color-scheme:dark){${writeRules(CHART_COLOURS.dark)}}</style>
<rect class="paper" width="${CHART_WIDTH}" height="${height}"/>
${markup}
</svg>
`;
}

/** One decimal is a tenth of a pixel; whole numbers have none. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function pick({ paper, ink, muted, hairline }: Palette) {
  return { paper, ink, muted, hairline };
}

function writeRules({ paper, ink, muted, hairline, accent, grey }: Colours): string {
  const fills = { paper, ink, muted, accent, grey, rule: hairline };
  return [
    ...Object.entries(fills).map(([name, colour]) => `.${name}{fill:${colour}}`),
    ...Object.entries({ accent, grey, ink }).map(
      ([name, c]) => `.line.${name}{stroke:${c};fill:none}`,
    ),
    `.halo,.ring{stroke:${paper}}`,
  ].join("");
}
