const MARKER = 0xff;
const START_OF_SCAN = 0xda;

/**
 * How often a JPEG goes over its picture: once, or some ten times where it is progressive. Within what is
 * compressed a 0xff is never followed by 0xda, so its start is found without parsing; a thumbnail in the
 * file's remarks counts too.
 *
 * @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf section B.1.1.5
 */
export function countScans(jpeg: Uint8Array): number {
  let scans = 0;
  for (let at = jpeg.indexOf(MARKER); at !== -1; at = jpeg.indexOf(MARKER, at + 1)) {
    if (jpeg[at + 1] === START_OF_SCAN) scans += 1;
  }
  return scans;
}
