import type { Found } from "./create-search";
import type { Searching } from "./load-search";

/** So many are taken in at a glance; the page of the search lists the others. */
const MOST = 8;
const LATEST = 3;

export interface Group {
  /** What all of them are. */
  readonly label?: string;
  readonly found: readonly Found[];
}

interface Listed {
  readonly groups: readonly Group[];
  /** How many there are, listed or not; undefined where nothing was looked for. */
  readonly total?: number;
}

const NOTHING_MARKED: ReadonlySet<string> = new Set();

/** What the palette lists: the best of what was found or, before anything is typed, where one may want to go. */
export function listGroups(query: string, { words, entries, search }: Searching): Listed {
  if (query.trim() !== "") {
    const found = search(query);
    return { groups: [{ found: found.slice(0, MOST) }], total: found.length };
  }
  const suggest = (kind: string): Found[] =>
    entries
      .filter((entry) => entry.kind === kind)
      .map((entry) => ({ entry, href: entry.href, words: NOTHING_MARKED }));
  return {
    groups: [
      { label: words.pages, found: suggest("page") },
      { label: words.latest, found: suggest("post").slice(0, LATEST) },
    ].filter(({ found }) => found.length > 0),
  };
}
