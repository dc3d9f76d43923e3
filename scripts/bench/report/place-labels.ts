/** In px, from the top left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Words that belong to a point, or to any of several. */
export interface Anchor {
  readonly points: readonly Point[];
  readonly width: number;
  readonly height: number;
}

/** From the middle of a point to the nearest edge of its words, in px: near at first, further if need be. */
const DISTANCES = [11, 20, 32, 48];

/** Where words are looked for around their point, the best first: -1 is before or above, 1 after or below. */
const SIDES = [
  [1, 0],
  [-1, 0],
  [1, -1],
  [-1, -1],
  [0, -1],
  [0, 1],
  [1, 1],
  [-1, 1],
] as const;

/** Being cut off by the frame is worse than lying on anything. */
const OUTSIDE_COSTS = 100;

/**
 * Finds a place for each of the words beside its point: inside the frame, and on nothing that is there
 * already, words placed before it among that. Where there is no such place it takes the least bad one.
 *
 * @throws {RangeError} where an anchor has no point
 */
export function placeLabels(
  anchors: readonly Anchor[],
  frame: Box,
  obstacles: readonly Box[],
): readonly Box[] {
  const taken = [...obstacles];
  return anchors.map((anchor) => {
    const boxes = DISTANCES.flatMap((distance) =>
      SIDES.flatMap((side) =>
        anchor.points.map((point) => boxBeside(point, anchor, side, distance)),
      ),
    );
    const costs = boxes.map((box) => costOf(box, frame, taken));
    const best = boxes[costs.indexOf(Math.min(...costs))];
    if (!best) throw new RangeError("Words that belong to no point have no place.");
    taken.push(best);
    return best;
  });
}

function boxBeside(
  { x, y }: Point,
  { width, height }: Anchor,
  [across, down]: readonly [number, number],
  distance: number,
): Box {
  // On a slant both ways count, so each is shorter.
  const away = across !== 0 && down !== 0 ? distance * 0.6 : distance;
  const left = x - width / 2 + across * (width / 2 + away);
  const top = y - height / 2 + down * (height / 2 + away);
  return { left, top, right: left + width, bottom: top + height };
}

function costOf(box: Box, frame: Box, taken: readonly Box[]): number {
  const area = (box.right - box.left) * (box.bottom - box.top);
  const covered = taken.reduce((sum, other) => sum + overlapOf(box, other), 0);
  // Whole square pixels: what is left of a sum of fractions is no reason to choose.
  return Math.round(covered + OUTSIDE_COSTS * (area - overlapOf(box, frame)));
}

/** In square px. */
export function overlapOf(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}
