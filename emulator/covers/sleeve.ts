import type { Cover } from "./cover-ids";
import {
  drawBarricades,
  drawNight,
  drawOrbits,
  drawPortrait,
  drawRose,
  drawStars,
  drawVariations,
  drawWaves,
} from "./designs-figure";
import { drawDots, drawGrooves, drawRag, drawRound, drawVoices } from "./designs-rhythm";
import { setType } from "./lettering";
import { mixPalette } from "./palette";
import type { Palette, PaletteName } from "./palette";
import { createRandom } from "./shapes";

type Design = (palette: Palette, random: () => number) => string;
type Sleeve = readonly [Design, PaletteName];

const commissioned = new Map<string, Sleeve>([
  ["Trois Gymnopédies", [drawDots, "linen"]],
  ["Rags for a Quiet Saloon", [drawRag, "mustard"]],
  ["The Well-Tempered Clavier, Book I", [drawVoices, "fir"]],
  ["Préludes, Livre I", [drawWaves, "lagoon"]],
  ["The Planets, for Two Pianos", [drawOrbits, "midnight"]],
  ["Symphonia", [drawRose, "garnet"]],
  ["Soirées Musicales, Op. 6", [drawNight, "plum"]],
  ["Catches for Late Company", [drawRound, "tavern"]],
  ["The Run-Out Groove", [drawGrooves, "canary"]],
  ["Second livre de pièces de clavecin", [drawBarricades, "olive"]],
  ["Aria mit verschiedenen Veränderungen", [drawVariations, "slate"]],
  ["موشحات أندلسية", [drawStars, "tile"]],
]);
const stock = [...commissioned.values()];

/** A sleeve for any title, as SVG of 640 by 640. */
export function drawSleeve(cover: Cover): string {
  const seed = hash(cover.title);
  const [draw, paletteName] = commissioned.get(cover.title) ?? takeFromStock(seed);
  const palette = mixPalette(paletteName);
  const art = cover.kind === "person" ? drawPortrait(palette) : draw(palette, createRandom(seed));
  const note = cover.year === undefined ? "" : String(cover.year);
  const lettering =
    cover.kind === "person" ? "" : setType(cover.title, cover.credit, note, palette.type);
  const artTop = cover.kind === "person" ? 0 : 178;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640" viewBox="0 0 640 640">
<rect width="640" height="640" fill="${palette.paper}"/>
<svg y="${artTop}" width="640" height="${640 - artTop}" viewBox="0 ${artTop} 640 ${640 - artTop}">${art}</svg>
${lettering}
</svg>`;
}

// Design and colours are chosen apart, so that strangers rarely look like one of the commissioned sleeves.
function takeFromStock(seed: number): Sleeve {
  const design = stock[seed % stock.length] ?? [drawDots, "linen"];
  const colours = stock[Math.floor(seed / 97) % stock.length] ?? design;
  return [design[0], colours[1]];
}

function hash(value: string): number {
  let sum = 2_166_136_261;
  for (const character of value) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return sum >>> 0;
}
