/** Of each power of ten, the marks that people expect to find on such an axis. */
const STEPS = [[1, 2, 5], [1, 3], [1]] as const;

/** More than this would crowd it. */
const MOST_TICKS = 7;

export interface LogAxis {
  /** Ascending, the ends of the axis among them. */
  readonly ticks: readonly number[];
  /** From 0 at the low end to 1 at the high one. */
  place(value: number): number;
}

/**
 * A logarithmic axis on which all values lie, between two of its ticks.
 *
 * @throws {RangeError} where a value is not above 0, or there is none
 */
export function createLogAxis(values: readonly number[]): LogAxis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!(low > 0 && Number.isFinite(high)))
    throw new RangeError(`A logarithmic axis cannot show values from ${low} to ${high}.`);
  const choices = STEPS.map((steps) => listTicks(low, high, steps));
  const ticks = choices.find(({ length }) => length <= MOST_TICKS) ?? choices.at(-1) ?? [];
  const first = Math.log(ticks[0] ?? low);
  const span = Math.log(ticks.at(-1) ?? high) - first;
  return { ticks, place: (value) => (Math.log(value) - first) / span };
}

/** From the last mark that is not above `low` to the first that is above it and not below `high`. */
function listTicks(low: number, high: number, steps: readonly number[]): number[] {
  const ticks: number[] = [];
  const lowest = Math.floor(Math.log10(low)) - 1;
  const highest = Math.ceil(Math.log10(high)) + 1;
  for (let power = lowest; power <= highest; power++) {
    for (const step of steps) ticks.push(Number(`${step}e${power}`));
  }
  const from = ticks.findLastIndex((tick) => tick <= low);
  const to = ticks.findIndex((tick) => tick >= high && tick > low);
  return ticks.slice(from, to + 1);
}
