/** Select Graphic Rendition of ECMA-48: on and off. */
const STYLES = { bold: [1, 22], dim: [2, 22], green: [32, 39], yellow: [33, 39], red: [31, 39] };

export type Style = keyof typeof STYLES;

/** Where a script speaks to whoever started it. */
export interface Screen {
  say(text?: string): void;
  /** Coloured, where colours can be seen and are wanted. */
  paint(style: Style, text: string): string;
}

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** @see https://no-color.org */
export function createScreen(
  output: Output,
  variables: Readonly<Record<string, string | undefined>>,
): Screen {
  const isColoured = output.isTTY === true && !variables.NO_COLOR && variables.TERM !== "dumb";
  return {
    say: (text = "") => void output.write(`${text}\n`),
    paint(style, text) {
      const [on, off] = STYLES[style];
      return isColoured ? `\u001B[${on}m${text}\u001B[${off}m` : text;
    },
  };
}
