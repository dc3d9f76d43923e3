import { CHART_WIDTH, MARGIN, frameChart, px } from "./chart-style";
import type { Chart } from "./chart-style";
import { drawAxes } from "./draw-axes";
import type { Limit } from "./draw-axes";
import { drawHeading } from "./draw-heading";
import { drawLabels } from "./draw-labels";
import type { PlacedSeries, Role } from "./draw-labels";
import { createLogAxis } from "./log-axis";
import type { Box } from "./place-labels";

const HEIGHT = 500;

/** Where the points lie. Left of it stand the figures of the one axis, below those of the other. */
const PLOT: Box = { left: 78, top: 100, right: CHART_WIDTH - 48, bottom: HEIGHT - 84 };

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
  const series = frontier.series.map(({ name, role, points }) => ({
    name,
    role,
    points: points.map((point) => ({
      x: PLOT.left + calls.place(point.calls) * (PLOT.right - PLOT.left),
      y: PLOT.bottom - lag.place(point.lagS) * (PLOT.bottom - PLOT.top),
      label: point.label,
    })),
  }));
  const axes = drawAxes({ plot: PLOT, across: calls, up: lag, limit });
  const parts = [
    drawHeading(frontier.title, "Lag in seconds"),
    `<text class="muted" x="${PLOT.right}" y="${HEIGHT - MARGIN}" text-anchor="end">Upstream calls per day</text>`,
    axes.markup,
    ...series.map(drawLine),
    ...series.map(drawPoints),
    drawLabels(series, PLOT, axes.obstacles),
  ];
  return frameChart(frontier, HEIGHT, parts.filter(Boolean).join("\n"));
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
