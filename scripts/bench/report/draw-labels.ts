import { cutText } from "@/lib/embeds/cut-text";
import { escapeXml } from "@/lib/embeds/escape-xml";
import { measureText } from "@/lib/embeds/measure-text";
import type { Face } from "@/lib/embeds/measure-text";
import { LABEL, STRONG, px } from "./chart-style";
import { placeLabels } from "./place-labels";
import type { Anchor, Box, Point } from "./place-labels";

/** No words beside a point are wider, in px. */
const MOST_WIDTH = 280;

const HEIGHT = 20;
/** From the top of a line's box to its baseline. */
const ASCENT = 16;

/** Half the side of what a point takes, and of what each step along a line takes. */
const POINT = 8;
const STEP = 3;

/** Ours in the accent, what it was before as a thin line, others as points in grey or alone in ink. */
export type Role = "ours" | "before" | "fixed" | "alone";

/** A series whose points lie on the paper, in px. */
export interface PlacedSeries {
  readonly name: string;
  readonly role: Role;
  readonly points: readonly (Point & { readonly label?: string | undefined })[];
}

interface Words extends Anchor {
  readonly text: string;
  readonly look: string;
}

const LOOKS: Readonly<Record<Role, { readonly look: string; readonly face: Face }>> = {
  ours: { look: "accent strong", face: STRONG },
  before: { look: "ink", face: LABEL },
  fixed: { look: "muted", face: LABEL },
  alone: { look: "ink", face: LABEL },
};

/** Writes beside each series and point what it is: nobody has to match colours with a legend. */
export function drawLabels(
  series: readonly PlacedSeries[],
  plot: Box,
  obstacles: readonly Box[],
): string {
  const names = series
    .filter(isNamed)
    .map(({ name, role, points }) => describe(name, role, points));
  const labels = series.flatMap(({ role, points }) =>
    points.flatMap((point) => (point.label ? [describe(point.label, role, [point])] : [])),
  );
  const words = [...names, ...labels];
  const boxes = placeLabels(words, plot, [...obstacles, ...series.flatMap(listObstacles)]);
  return words
    .map(({ text, look }, i) => {
      const { left = 0, top = 0 } = boxes[i] ?? {};
      return `<text class="${look} halo" x="${px(left)}" y="${px(top + ASCENT)}">${escapeXml(text)}</text>`;
    })
    .join("\n");
}

function isNamed({ points }: PlacedSeries): boolean {
  return points.some(({ label }) => !label);
}

function describe(label: string, role: Role, points: readonly Point[]): Words {
  const { look, face } = LOOKS[role];
  const text = cutText(label, MOST_WIDTH, face);
  return { text, look, points, width: measureText(text, face), height: HEIGHT };
}

function listObstacles({ role, points }: PlacedSeries): Box[] {
  const isLine = role === "ours" || role === "before";
  return points.flatMap((point, i) => {
    const next = isLine ? points[i + 1] : undefined;
    return [around(point, POINT), ...(next ? stepsBetween(point, next) : [])];
  });
}

function stepsBetween(from: Point, to: Point): Box[] {
  const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / (2 * STEP));
  return Array.from({ length: count }, (_, i) =>
    around(
      { x: from.x + ((to.x - from.x) * i) / count, y: from.y + ((to.y - from.y) * i) / count },
      STEP,
    ),
  );
}

function around({ x, y }: Point, half: number): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}
