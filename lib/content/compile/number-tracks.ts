/** Where a post stands on the record. */
export interface Track {
  /** The letter of its year. */
  readonly side: string;
  /** Letter and place: `B2`. */
  readonly track: string;
}

interface Dated {
  readonly slug: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** Oldest first; of one day, by slug. */
export function compareDates(a: Dated, b: Dated): number {
  return compare(a.date, b.date) || compare(a.slug, b.slug);
}

/** Numbers posts like tracks, from the first: what is added later renumbers nothing. By slug. */
export function numberTracks(posts: readonly Dated[]): ReadonlyMap<string, Track> {
  const tracks = new Map<string, Track>();
  const years: string[] = [];
  let place = 0;
  for (const { slug, date } of posts.toSorted(compareDates)) {
    const year = date.slice(0, 4);
    if (year !== years.at(-1)) {
      years.push(year);
      place = 0;
    }
    place++;
    const side = nameSide(years.length);
    tracks.set(slug, { side, track: `${side}${place}` });
  }
  return tracks;
}

/** `A` for 1, `Z` for 26, `AA` for 27. */
export function nameSide(number: number): string {
  const rest = (number - 1) % 26;
  const letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(rest);
  return number > 26 ? `${nameSide((number - 1 - rest) / 26)}${letter}` : letter;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
