import { measure } from "./fonts";

/** In px, the largest first. */
const SIZES = [208, 176, 152, 136, 120, 104, 96, 88, 80, 72, 66, 60, 54, 48, 44, 40];

/** What is taken from each letter's side in headings, in em: set so large, text would look loose without it. */
export const TRACKING = -0.025;

export const LINE_HEIGHT = 1.02;

interface Room {
  /** In px, like all here. */
  readonly width: number;
  readonly height: number;
}

interface Fit {
  readonly fontSize: number;
  /** How many lines there is room for. */
  readonly lineClamp: number;
  /** The text in lines as even as can be; undefined where it has to be cut. */
  readonly lines: readonly string[] | undefined;
}

/** The largest size in which the text fits; what does not fit in the smallest is cut. */
export function chooseFontSize(text: string, { width, height }: Room): Fit {
  const words = text.trim().split(/\s+/);
  const fit = (fontSize: number): Fit => {
    const lineClamp = Math.floor(height / (fontSize * LINE_HEIGHT));
    const lines = breakLines(words, width / fontSize);
    const isWhole = lines.length <= lineClamp && widest(lines) <= width / fontSize;
    return { fontSize, lineClamp, lines: isWhole ? evenOut(words, lines) : undefined };
  };
  const smallest = Math.min(...SIZES);
  return fit(SIZES.find((size) => fit(size).lines !== undefined) ?? smallest);
}

/** Lines of a width (em), where a word that does not fit goes down. */
function breakLines(words: readonly string[], most: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const joined = line === undefined ? word : `${line} ${word}`;
    if (line === undefined || measureLine(joined) > most) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}

/** As many lines, the widest of them as narrow as can be. */
function evenOut(words: readonly string[], lines: readonly string[]): readonly string[] {
  const narrower = breakLines(words, widest(lines) - 0.01);
  const isBetter = narrower.length === lines.length && widest(narrower) < widest(lines);
  return isBetter ? evenOut(words, narrower) : lines;
}

function widest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => measureLine(line)));
}

/** In em. */
function measureLine(line: string): number {
  return measure(line) + line.length * TRACKING;
}
