import { cutText } from "@/lib/embeds/cut-text";
import { escapeXml } from "@/lib/embeds/escape-xml";
import { measureText } from "@/lib/embeds/measure-text";
import { LABEL, px } from "./chart-style";
import type { LogAxis } from "./log-axis";
import type { Box } from "./place-labels";

/** Between the figures of the upright axis and the plot, in px. */
export const TICK_GAP = 14;

/** Words of a limit are cut beyond it, in px. */
const MOST_WORDS = 240;

/** A figure that is not to be exceeded, and its words. */
export interface Limit {
  readonly value: number;
  readonly label: string;
}

interface Axes {
  readonly plot: Box;
  readonly across: LogAxis;
  readonly up: LogAxis;
  readonly limit: Limit | undefined;
}

/** Hairlines across the plot, and the figures of both axes; with what of it words should keep off. */
export function drawAxes({ plot, across, up, limit }: Axes): {
  readonly markup: string;
  readonly obstacles: readonly Box[];
} {
  const { left, right, top, bottom } = plot;
  const placeX = (value: number) => left + across.place(value) * (right - left);
  const rows = up.ticks.map((tick) => {
    const y = bottom - up.place(tick) * (bottom - top);
    return `<rect class="rule" x="${left}" y="${px(y)}" width="${right - left}" height="1"/><text class="muted" x="${left - TICK_GAP}" y="${px(y + 6)}" text-anchor="end">${formatTick(tick)}</text>`;
  });
  const columns = across.ticks.map((tick) => {
    const x = px(placeX(tick));
    return `<rect class="grey" x="${x}" y="${bottom}" width="1" height="6"/><text class="muted" x="${x}" y="${bottom + 28}" text-anchor="middle">${formatTick(tick)}</text>`;
  });
  const mark = limit && drawLimit(limit, placeX(limit.value), plot);
  return {
    markup: [...rows, ...columns, ...(mark ? [mark.markup] : [])].join("\n"),
    obstacles: mark?.obstacles ?? [],
  };
}

/** Its words stand above the plot, on that side of the line where there is room for them. */
function drawLimit({ label }: Limit, x: number, { top, right, bottom }: Box) {
  const text = cutText(label, MOST_WORDS, LABEL);
  const isLate = x + measureText(text, LABEL) > right;
  const words = `<text class="muted" x="${px(x)}" y="${top - 8}" text-anchor="${isLate ? "end" : "start"}">${escapeXml(text)}</text>`;
  return {
    markup: `<rect class="grey" x="${px(x)}" y="${top}" width="1" height="${bottom - top}"/>${words}`,
    obstacles: [{ left: x - 3, right: x + 4, top, bottom }],
  };
}

/** A figure as an axis shows it. */
export function formatTick(tick: number): string {
  return tick.toLocaleString("en-GB", { maximumFractionDigits: 6 });
}
