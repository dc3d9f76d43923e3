/** In px, the largest first. */
const SIZES = [136, 104, 88, 72, 60, 48, 40];

/** Letters of Archivo at its heaviest, on average, and capitals among them, in em. */
const LETTER = 0.6;

export const LINE_HEIGHT = 1.06;

interface Room {
  /** In px, like all here. */
  readonly width: number;
  readonly height: number;
}

/** The largest size in which the text should fit; what does not fit in the smallest is cut. */
export function chooseFontSize(
  text: string,
  { width, height }: Room,
): { readonly fontSize: number; readonly lineClamp: number } {
  const longestWord = Math.max(...text.split(/\s/).map((word) => word.length));
  const fits = (size: number): boolean => {
    // Lines are seldom full: a word that does not fit goes down.
    const lines = Math.ceil((text.length * LETTER * size * 1.1) / width);
    return lines * size * LINE_HEIGHT <= height && longestWord * LETTER * size <= width;
  };
  const fontSize = SIZES.find((size) => fits(size)) ?? Math.min(...SIZES);
  return { fontSize, lineClamp: Math.floor(height / (fontSize * LINE_HEIGHT)) };
}
