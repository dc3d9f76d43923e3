import type { Palette } from "./palette";
import { bar, circle, path, range, ring, round } from "./shapes";

/** Bands of water under a low sun. */
export function drawWaves({ first, second, third, type }: Palette): string {
  const bands = [
    [330, second],
    [400, first],
    [470, second],
    [540, type],
  ] as const;
  const waves = bands.map(([y, colour], index) => {
    const shift = index % 2 === 0 ? 0 : -80;
    const crests = range(6)
      .map((crest) => {
        const x = shift + crest * 160;
        return `Q${x + 40} ${y - 62} ${x + 80} ${y} T${x + 160} ${y}`;
      })
      .join(" ");
    return path(`M${shift} ${y} ${crests} V640 H${shift} Z`, colour);
  });
  return circle(452, 300, 104, third) + waves.join("");
}

/** Arcs whose widths double, each a turn further than the last. */
export function drawOrbits({ first, second, third }: Palette): string {
  const arcs = [
    [70, 10, 20, first],
    [112, 18, 110, third],
    [166, 30, 60, second],
    [238, 46, 128, first],
    [330, 66, 250, third],
  ] as const;
  const turned = arcs.map(([radius, width, degrees, colour]) => {
    const circumference = 2 * Math.PI * radius;
    const dash = `stroke-dasharray="${round(circumference * 0.36)} ${round(circumference)}"`;
    const turn = `transform="rotate(${degrees + 150} 320 430)"`;
    return circle(
      320,
      430,
      radius,
      "none",
      `stroke="${colour}" stroke-width="${width}" ${dash} ${turn}`,
    );
  });
  return turned.join("") + circle(320, 430, 34, first) + circle(478, 262, 13, second);
}

/** A rose window, seen from inside. */
export function drawRose({ first, second, third }: Palette): string {
  const petal = "M0 -52 C62 -96 62 -178 0 -214 C-62 -178 -62 -96 0 -52 Z";
  const petals = range(12).map((index) => {
    const colour = index % 2 === 0 ? first : second;
    return path(
      petal,
      colour,
      `transform="translate(320 402) rotate(${index * 30})" fill-opacity=".92"`,
    );
  });
  const studs = range(12).map((index) => {
    const angle = ((index * 30 + 15) * Math.PI) / 180;
    return circle(320 + Math.sin(angle) * 196, 402 - Math.cos(angle) * 196, 12, first);
  });
  return (
    circle(320, 402, 224, third) +
    petals.join("") +
    studs.join("") +
    circle(320, 402, 60, third) +
    circle(320, 402, 34, first)
  );
}

/** A moon, and what it does to three hills. */
export function drawNight({ paper, first, second, third }: Palette): string {
  return (
    circle(418, 296, 116, first) +
    circle(372, 268, 104, paper) +
    path("M0 520 C150 380 260 400 400 520 S600 560 640 500 V640 H0 Z", third) +
    path(
      "M0 600 C120 500 230 480 360 560 S560 520 640 440 V640 H0 Z",
      second,
      'fill-opacity=".9"',
    ) +
    path("M0 640 C160 560 380 640 640 540 V640 Z", first)
  );
}

/** Lattice on lattice: a way in that is not one. */
export function drawBarricades({ first, second, third }: Palette): string {
  const rising = range(9).map((index) =>
    path(`M${index * 110 - 260} 640 l300 -460 h46 l-300 460 Z`, first),
  );
  const falling = range(9).map((index) =>
    path(`M${index * 110 - 200} 180 l300 460 h26 l-300 -460 Z`, second, 'fill-opacity=".88"'),
  );
  return rising.join("") + falling.join("") + bar(0, 394, 640, 30, third);
}

/** An aria, thirty variations of a quarter circle, and the aria again. */
export function drawVariations({ first, second, third }: Palette, random: () => number): string {
  const cell = 70;
  return range(48)
    .map((index) => {
      const x = 40 + (index % 8) * cell;
      const y = 190 + Math.floor(index / 8) * cell;
      const colour = [first, second, third, first][Math.floor(random() * 4)] ?? first;
      if (index === 0 || index === 47) return circle(x + cell / 2, y + cell / 2, cell / 2, second);
      const turn = Math.floor(random() * 4) * 90;
      const around = `transform="rotate(${turn} ${x + cell / 2} ${y + cell / 2})"`;
      return path(`M${x} ${y} h${cell} a${cell} ${cell} 0 0 1 -${cell} ${cell} Z`, colour, around);
    })
    .join("");
}

function star(x: number, y: number, size: number, colour: string): string {
  const side = size * Math.SQRT2;
  const turned = [0, 45].map((turn) =>
    bar(x - side / 2, y - side / 2, side, side, colour, `transform="rotate(${turn} ${x} ${y})"`),
  );
  return turned.join("");
}

/** Eight-pointed stars, edge to edge, as on the walls of Granada. */
export function drawStars({ paper, first, second, third }: Palette): string {
  const centres = range(12).map((index) => [
    80 + (index % 4) * 160,
    250 + Math.floor(index / 4) * 160,
  ]);
  const stars = centres.map(([x = 0, y = 0], index) => {
    const colour = index % 2 === Math.floor(index / 4) % 2 ? first : second;
    return star(x, y, 76, colour) + star(x, y, 44, paper) + star(x, y, 26, third);
  });
  return stars.join("");
}

/** A head and shoulders, for people. */
export function drawPortrait({ first, second, third }: Palette): string {
  return (
    circle(320, 300, 128, second) + circle(320, 700, 250, first) + ring(320, 320, 286, third, 18)
  );
}
