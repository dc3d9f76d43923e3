import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";
import { ROOT, fail } from "./project";

const SOURCE = "node_modules/@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2";
const TARGET = "components/site/fonts/archivo.woff2";

/** What Fontsource calls latin, without what no page sets. */
const LATIN = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2c6, 0x2dc],
  [0x2009, 0x200a],
  [0x2010, 0x2027],
  [0x202f, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2193],
  [0x2212, 0x2215],
].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));

/**
 * `npm run cut-archivo`, for a new version of the package: Archivo with the widths and weights that the
 * pages set and no others, 52 kB of 90. Source Serif is not cut: its licence keeps its name for what is whole.
 */
async function cutArchivo(): Promise<void> {
  const font = await subsetFont(
    await readFile(join(ROOT, SOURCE)),
    String.fromCodePoint(...LATIN),
    {
      targetFormat: "woff2",
      variationAxes: { wdth: { min: 75, max: 100 }, wght: { min: 400, max: 800 } },
    },
  );
  await writeFile(join(ROOT, TARGET), font);
  console.log(`${TARGET}: ${font.byteLength} bytes`);
}

cutArchivo().catch(fail);
