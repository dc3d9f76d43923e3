import { CLUSTERS, measureCluster } from "./measure-text";
import type { Face } from "./measure-text";

/**
 * No line of a card that is to be read has more, in UTF-16 units: marks without a width would draw for
 * ever otherwise, and the rest of a long list of artists is not even looked at.
 */
const MOST_UNITS = 240;

const ELLIPSIS = "…";

/** Text as it fits into a width in px: whole, or cut between two characters as a reader counts them. */
export function cutText(text: string, width: number, face: Face): string {
  const seen = text.slice(0, MOST_UNITS);
  const ellipsis = measureCluster(ELLIPSIS, face);
  let end = 0;
  let at = 0;
  for (const { segment } of CLUSTERS.segment(seen)) {
    at += measureCluster(segment, face);
    if (at > width) return `${seen.slice(0, end).trimEnd()}${ELLIPSIS}`;
    // Where a cut would leave room for the ellipsis.
    if (at + ellipsis <= width) end += segment.length;
  }
  return seen.length < text.length ? `${seen.slice(0, end).trimEnd()}${ELLIPSIS}` : text;
}
