/** Of 16 steps per channel: fine enough to tell colours, coarse enough to gather a shade. */
const STEPS = 16;
/** What a grey pixel counts for beside a fully saturated one. */
const GREY_WEIGHT = 0.02;

/**
 * Finds the colour that leads a picture: common, and more saturated than its ground. A picture
 * without colours gives its most common grey. The same pixels give the same colour in any order.
 *
 * @param pixels red, green and blue of each pixel, 0 to 255
 * @returns `#rrggbb`, or undefined without pixels
 */
export function leadingColour(pixels: Uint8Array): string | undefined {
  const bins = gather(pixels);
  let leading: Bin | undefined;
  let best = 0;
  for (let index = 0; index < bins.length; index += 1) {
    if (bins[index]?.count === 0) continue;
    // With its neighbours, so that a shade on the border of two bins is not halved.
    const shade = gatherAround(bins, index);
    const score = shade.count * (GREY_WEIGHT + chromaOf(shade) ** 2);
    if (score > best) {
      best = score;
      leading = shade;
    }
  }
  return leading && toHex(leading);
}

interface Bin {
  count: number;
  red: number;
  green: number;
  blue: number;
}

function gather(pixels: Uint8Array): Bin[] {
  const bins = Array.from({ length: STEPS ** 3 }, () => ({ count: 0, red: 0, green: 0, blue: 0 }));
  const step = (channel: number) => Math.floor((channel * STEPS) / 256);
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    const bin = bins[(step(red) * STEPS + step(green)) * STEPS + step(blue)];
    if (bin) add(bin, { count: 1, red, green, blue });
  }
  return bins;
}

function gatherAround(bins: readonly Bin[], index: number): Bin {
  const sum = { count: 0, red: 0, green: 0, blue: 0 };
  for (const red of around(Math.floor(index / STEPS ** 2)))
    for (const green of around(Math.floor(index / STEPS) % STEPS))
      for (const blue of around(index % STEPS)) {
        const bin = bins[(red * STEPS + green) * STEPS + blue];
        if (bin) add(sum, bin);
      }
  return sum;
}

function around(step: number): number[] {
  return [step - 1, step, step + 1].filter((near) => near >= 0 && near < STEPS);
}

function add(sum: Bin, bin: Bin): void {
  sum.count += bin.count;
  sum.red += bin.red;
  sum.green += bin.green;
  sum.blue += bin.blue;
}

/** 0 for grey, 1 for a pure colour; a dark or pale colour has little. */
function chromaOf({ count, red, green, blue }: Bin): number {
  return (Math.max(red, green, blue) - Math.min(red, green, blue)) / count / 255;
}

function toHex({ count, red, green, blue }: Bin): string {
  const hex = (sum: number) =>
    Math.round(sum / count)
      .toString(16)
      .padStart(2, "0");
  return `#${hex(red)}${hex(green)}${hex(blue)}`;
}
