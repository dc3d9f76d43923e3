/** The few marks that all sleeves are made of. */
export function circle(x: number, y: number, radius: number, fill: string, extra = ""): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}" ${extra}/>`;
}

export function ring(x: number, y: number, radius: number, stroke: string, width: number): string {
  return circle(x, y, radius, "none", `stroke="${stroke}" stroke-width="${round(width)}"`);
}

export function bar(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  extra = "",
): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" ${extra}/>`;
}

export function path(d: string, fill: string, extra = ""): string {
  return `<path d="${d}" fill="${fill}" ${extra}/>`;
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A small generator (mulberry32): the same album always gets the same sleeve. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
