import { cutText } from "@/lib/embeds/cut-text";
import { escapeXml } from "@/lib/embeds/escape-xml";
import { measureText } from "@/lib/embeds/measure-text";
import { CHART_WIDTH, LABEL, MARGIN, STRONG, frameChart, px } from "./chart-style";
import type { Chart } from "./chart-style";
import type { Limit } from "./draw-axes";
import { drawHeading } from "./draw-heading";

const TOP = 92;
const ROW = 38;
/** What a group's name takes above its rows. */
const GROUP = 46;
const THICKNESS = 12;
const GAP = 18;
/** Names are cut beyond it. */
const MOST_NAME = 300;
/** Above the first row, where the limit has words. */
const LIMIT_ROOM = 24;

export interface Bar {
  readonly name: string;
  /** 0 or above. */
  readonly value: number;
  /** The value as it is to be read. */
  readonly label: string;
  /** Ours are drawn in the accent. */
  readonly isOurs: boolean;
}

export interface BarGroup {
  /** Above its bars; a chart of one series has none. */
  readonly name?: string;
  readonly bars: readonly Bar[];
}

export interface Bars extends Chart {
  /** What the bars measure, such as "Bytes after gzip". */
  readonly unit: string;
  readonly groups: readonly BarGroup[];
  readonly limit?: Limit;
}

interface Layout {
  /** Where all bars begin, and how long the longest can be. */
  readonly left: number;
  readonly length: number;
  readonly most: number;
}

/**
 * Horizontal bars from 0 on one linear scale, as a track list: the name, the bar, the figure to the right.
 *
 * @throws {RangeError} where a value is below 0 or no number, or there is no bar
 */
export function drawBars(chart: Bars): string {
  const bars = chart.groups.flatMap((group) => group.bars);
  const most = Math.max(...bars.map(({ value }) => value), chart.limit?.value ?? 0);
  if (bars.length === 0 || !bars.every(({ value }) => value >= 0 && value < Infinity))
    throw new RangeError("Bars are drawn of numbers from 0 on, and of one at least.");
  const names = Math.min(MOST_NAME, Math.max(...bars.map(({ name }) => measureText(name, STRONG))));
  const figures = Math.max(...bars.map(({ label }) => measureText(label, STRONG)));
  const left = MARGIN + names + GAP;
  const layout = { left, most: most || 1, length: CHART_WIDTH - MARGIN - figures - GAP - left };

  const first = TOP + (chart.limit ? LIMIT_ROOM : 0);
  let y = first;
  const rows: string[] = [];
  for (const { name, bars: own } of chart.groups) {
    if (name) {
      rows.push(
        `<text class="ink strong" x="${MARGIN}" y="${y + GROUP - 14}">${cut(name, 600)}</text>`,
      );
      y += GROUP;
    }
    for (const bar of own) {
      rows.push(drawRow(bar, y, layout));
      y += ROW;
    }
  }
  const mark = chart.limit ? drawLimit(chart.limit, first, y, layout) : "";
  const markup = [drawHeading(chart.title, chart.unit), ...rows, mark].filter(Boolean).join("\n");
  return frameChart(chart, y + MARGIN, markup);
}

function drawRow({ name, value, label, isOurs }: Bar, y: number, { left, length, most }: Layout) {
  const look = isOurs ? "strong" : "";
  const baseline = y + ROW / 2 + 6;
  return [
    `<rect class="rule" x="${MARGIN}" y="${y}" width="${CHART_WIDTH - 2 * MARGIN}" height="1"/>`,
    `<text class="ink ${look}" x="${MARGIN}" y="${baseline}">${cut(name, MOST_NAME)}</text>`,
    `<rect class="${isOurs ? "accent" : "grey"}" x="${px(left)}" y="${y + (ROW - THICKNESS) / 2}" width="${px((value / most) * length)}" height="${THICKNESS}"/>`,
    `<text class="ink ${look}" x="${CHART_WIDTH - MARGIN}" y="${baseline}" text-anchor="end">${cut(label, MOST_NAME)}</text>`,
  ].join("");
}

/** Its words stand above the rows, to the left of the line where there is no room to its right. */
function drawLimit({ value, label }: Limit, top: number, bottom: number, layout: Layout): string {
  const x = layout.left + (value / layout.most) * layout.length;
  const text = cutText(label, MOST_NAME, LABEL);
  const isLate = x + measureText(text, LABEL) > CHART_WIDTH - MARGIN;
  return `<rect class="ink" x="${px(x)}" y="${top}" width="1" height="${bottom - top}"/><text class="muted" x="${px(x)}" y="${top - 9}" text-anchor="${isLate ? "end" : "start"}">${escapeXml(text)}</text>`;
}

function cut(text: string, width: number): string {
  return escapeXml(cutText(text, width, STRONG));
}
