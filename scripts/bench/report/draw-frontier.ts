import { measureText } from "@/lib/embeds/measure-text";
import { CHART_WIDTH, LABEL, MARGIN, frameChart, px } from "./chart-style";
import type { Chart } from "./chart-style";
import { TICK_GAP, drawAxes, formatTick } from "./draw-axes";
import type { Limit } from "./draw-axes";
import { drawHeading } from "./draw-heading";
import { drawLabels } from "./draw-labels";
import type { PlacedSeries, Role } from "./draw-labels";
import { createLogAxis } from "./log-axis";
import type { LogAxis } from "./log-axis";

const HEIGHT = 512;

/** Where the plot begins, below the heading, and what the figures and words below it take. */
const TOP = 112;
const BELOW = 84;

export interface FrontierPoint {
  /** Upstream calls per day, above 0. */
  readonly calls: number;
  /** In seconds, above 0. */
  readonly lagS: number;
  /** Such as "every 30 s". */
  readonly label?: string;
}

export interface FrontierSeries {
  /** Stands beside it, where not every point has a label. */
  readonly name: string;
  readonly role: Role;
  /** In the order in which a line leads through them. */
  readonly points: readonly FrontierPoint[];
}

export interface Frontier extends Chart {
  readonly series: readonly FrontierSeries[];
  /** Calls per day that are not to be exceeded. */
  readonly limit?: Limit;
}

const RADIUS = 6;

/**
 * A chart of what calls buy: how late a change is seen, against the calls it takes. Both axes are
 * logarithmic, lower and further left is better.
 *
 * @throws {RangeError} where a figure is not above 0, or there is no point
 */
export function drawFrontier(frontier: Frontier): string {
  const all = frontier.series.flatMap(({ points }) => points);
  const { limit } = frontier;
  const calls = createLogAxis([
    ...all.map((point) => point.calls),
    ...(limit ? [limit.value] : []),
  ]);
  const lag = createLogAxis(all.map((point) => point.lagS));
  const plot = { top: TOP, bottom: HEIGHT - BELOW, ...findSides(calls, lag) };
  const series = frontier.series.map(({ name, role, points }) => ({
    name,
    role,
    points: points.map((point) => ({
      x: plot.left + calls.place(point.calls) * (plot.right - plot.left),
      y: plot.bottom - lag.place(point.lagS) * (plot.bottom - plot.top),
      label: point.label,
    })),
  }));
  const axes = drawAxes({ plot, across: calls, up: lag, limit });
  const parts = [
    drawHeading(frontier.title, "Lag in seconds"),
    `<text class="muted" x="${CHART_WIDTH - MARGIN}" y="${HEIGHT - MARGIN}" text-anchor="end">Upstream calls per day</text>`,
    axes.markup,
    ...series.map(drawLine),
    ...series.map(drawPoints),
    drawLabels(series, plot, axes.obstacles),
  ];
  return frameChart(frontier, HEIGHT, parts.filter(Boolean).join("\n"));
}

/** As far apart as the figures beside and below the plot leave room for. */
function findSides(across: LogAxis, up: LogAxis) {
  const figures = up.ticks.map((tick) => measureText(formatTick(tick), LABEL));
  const last = measureText(formatTick(across.ticks.at(-1) ?? 0), LABEL);
  return {
    left: Math.ceil(MARGIN + Math.max(...figures) + TICK_GAP),
    right: Math.floor(CHART_WIDTH - MARGIN - last / 2),
  };
}

function drawLine({ role, points }: PlacedSeries): string {
  if (points.length < 2 || (role !== "ours" && role !== "before")) return "";
  const path = points.map(({ x, y }) => `${px(x)},${px(y)}`).join(" ");
  const look =
    role === "ours"
      ? 'class="line accent" stroke-width="3"'
      : 'class="line ink" stroke-width="1.5"';
  return `<polyline ${look} points="${path}"/>`;
}

function drawPoints({ role, points }: PlacedSeries): string {
  if (role === "before" && points.length > 1) return "";
  const looks = {
    ours: 'class="accent ring" stroke-width="2"',
    before: 'class="ink"',
    fixed: 'class="grey ring" stroke-width="2"',
    alone: 'class="ink ring" stroke-width="2"',
  };
  return points
    .map(({ x, y }) => `<circle ${looks[role]} cx="${px(x)}" cy="${px(y)}" r="${RADIUS}"/>`)
    .join("");
}
