import type { CardText } from "./card-words";
import { cutText } from "./cut-text";
import { escapeXml } from "./escape-xml";
import { measureText } from "./measure-text";
import type { Face } from "./measure-text";
import { readDirection } from "./text-direction";

/** Where lines begin and end, in px. */
export interface Measure {
  readonly left: number;
  readonly right: number;
}

interface Style extends Face {
  readonly colour: "ink" | "muted";
}

const LABEL: Style = { size: 11, isBold: true, colour: "muted" };
const TITLE: Style = { size: 15, isBold: true, colour: "ink" };
const CREDIT: Style = { size: 13, isBold: false, colour: "muted" };
const BADGE: Style = { size: 10, isBold: true, colour: "muted" };

/** Of the lines that there are, so that they stand in the middle of the card together. */
const BASELINES = { one: 45, two: [34, 54], three: [24, 44, 62] } as const;

/** Letters such as j reach a little out of their line to the left. */
const OVERHANG = 4;

/** The words of a card: label, title and credit, or one line alone. */
export function drawLines(
  { label, title, credit }: CardText,
  badge: string,
  measure: Measure,
): string {
  if (!label) return drawLine(title, CREDIT, BASELINES.one, measure) + drawLeader(title, measure);
  const [labelAt, titleAt, creditAt = 0] = credit || badge ? BASELINES.three : BASELINES.two;
  const lines = drawLine(label, LABEL, labelAt, measure) + drawLine(title, TITLE, titleAt, measure);
  return lines + drawCredit(credit, badge, creditAt, measure);
}

/** Leads from a line that stands alone to the end of its row, as on a sleeve where no running time follows. */
function drawLeader(text: string, { left, right }: Measure): string {
  const from = Math.ceil(left + measureText(text, CREDIT)) + 12;
  if (from > right - 24) return "";
  return `<rect class="rule" x="${from}" y="${BASELINES.one - 4}" width="${right - from}" height="1"/>`;
}

function drawCredit(credit: string, badge: string, baseline: number, measure: Measure): string {
  if (!badge) return credit && drawLine(credit, CREDIT, baseline, measure);
  const { left, right } = measure;
  const width = Math.ceil(measureText(badge, BADGE)) + 6;
  const frame = `<rect class="badge" x="${left + 0.5}" y="${baseline - 10.5}" width="${width - 1}" height="12" rx="2" fill="none"/>`;
  const mark = drawLine(badge, BADGE, baseline - 1, { left: left + 3, right });
  const words = credit && drawLine(credit, CREDIT, baseline, { left: left + width + 6, right });
  return frame + mark + words;
}

/**
 * One line, clipped to its place: a font that is wider than measured reaches no mark, and a tower of
 * accents no other line.
 */
function drawLine(text: string, style: Style, baseline: number, { left, right }: Measure): string {
  const { size, isBold, colour } = style;
  const above = Math.round(size * 1.25);
  const below = Math.round(size * 0.45);
  const words = escapeXml(cutText(text, right - left, style));
  // Each begins at the left, as in the site's footer; only its words run in their own direction.
  const direction = readDirection(text) === "rtl" ? ' direction="rtl" text-anchor="end"' : "";
  const weight = isBold ? ' font-weight="700"' : "";
  return `<svg x="${left - OVERHANG}" y="${baseline - above}" width="${right - left + OVERHANG}" height="${above + below}"><text class="${colour}" x="${OVERHANG}" y="${above}" font-size="${size}"${weight}${direction}>${words}</text></svg>`;
}
