/** The middle of some figures, or of the two in the middle; NaN where there are none. */
export function findMedian(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (index: number) => sorted[index] ?? NaN;
  return (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
}
