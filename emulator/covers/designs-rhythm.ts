import type { Palette } from "./palette";
import { bar, circle, range, ring } from "./shapes";

// Drawn on a square of 640 whose top 178 belong to the type.

/** Forty-eight dots in rank and file, three of which have other plans. */
export function drawDots({ first, second }: Palette): string {
  const strays = new Map([
    ["2,1", [-16, 30]],
    ["4,4", [26, -20]],
    ["6,3", [12, 40]],
  ]);
  const dots = range(48).map((index) => {
    const [column, row] = [index % 8, Math.floor(index / 8)];
    const [x, y] = [75 + column * 70, 226 + row * 70];
    const astray = strays.get(`${column},${row}`);
    if (astray === undefined) return { layer: 0, mark: circle(x, y, 27, first) };
    const [dx = 0, dy = 0] = astray;
    return { layer: 1, mark: circle(x + dx, y + dy, 27, second) };
  });
  return dots
    .toSorted((one, other) => one.layer - other.layer)
    .map(({ mark }) => mark)
    .join("");
}

/** Left hand steady, right hand off the beat. */
export function drawRag({ first, second, third }: Palette): string {
  const heights = [300, 180, 360, 120, 260, 400, 160, 320];
  const columns = heights.map((height, index) => {
    const x = 40 + index * 70;
    return (
      bar(x, 640 - height, 56, height, first) +
      bar(x + 28, 640 - height - 56, 56, 44, index % 3 === 1 ? third : second)
    );
  });
  return columns.join("");
}

/** Four voices, each with the same figure, each a little later. */
export function drawVoices({ first, second, third }: Palette): string {
  const figure = [120, 60, 60, 180, 90, 60, 150, 60, 120];
  const colours = [first, second, first, third];
  return colours
    .map((colour, voice) => {
      let x = 40 + voice * 75;
      return figure
        .map((length, index) => {
          const y = 205 + voice * 108 + (index % 3) * 26;
          const width = Math.min(length - 14, 600 - x);
          const note = width > 10 ? bar(x, y, width, 20, colour) : "";
          x += length;
          return note;
        })
        .join("");
    })
    .join("");
}

/** A round for three: each ring has come in where the last had got to. */
export function drawRound({ first, second, third }: Palette): string {
  const voices = [
    [225, 330, first],
    [415, 330, second],
    [320, 480, third],
  ] as const;
  const rings = voices.map(([x, y, colour]) => ring(x, y, 116, colour, 44));
  const mouths = voices.map(([x, y, colour]) => circle(x, y, 42, colour));
  return rings.join("") + mouths.join("");
}

/** The end of a side: grooves, the label, and the last turn running in. */
export function drawGrooves({ paper, first, second, third }: Palette): string {
  const grooves = range(9).map((index) => ring(320, 610, 190 + index * 26, paper, 3));
  return (
    circle(320, 610, 420, first) +
    grooves.join("") +
    circle(320, 610, 150, third) +
    circle(320, 610, 92, second) +
    circle(320, 610, 16, first)
  );
}
