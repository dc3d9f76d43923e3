import MiniSearch from "minisearch";
import type { SearchResult } from "minisearch";
import type { IndexEntry } from "@/lib/content/search-index";
import { chooseLine } from "./choose-line";
import { foldWord, splitWords } from "./fold";

/** Something that was found. */
export interface Found {
  readonly entry: IndexEntry;
  /** To the place on the page where the words stand, as far as it is known. */
  readonly href: string;
  /** What of it is shown below its title: where it says what was looked for. */
  readonly line?: string;
  /** The words that were found, folded. */
  readonly words: ReadonlySet<string>;
}

/** Finds what has all the words of a query, the best first. An empty query finds nothing. */
export type Search = (query: string) => readonly Found[];

/** Two letters that changed places are two. */
const MOST_MISTAKES = 2;

/** So many letters of a word have to be right. */
const RIGHT = 3;

/** Shorter words are looked for whole unless somebody may still be writing them: `to` is no `token`. */
const SHORTEST_BEGINNING = 4;

/** Makes the index searchable. It is small enough to be indexed where it is read. */
export function createSearch(entries: readonly IndexEntry[]): Search {
  const index = new MiniSearch<IndexEntry & { readonly id: number }>({
    fields: ["title", "tags", "headings", "line", "text"],
    extractField: readField,
    tokenize: splitWords,
    processTerm: foldWord,
    searchOptions: {
      boost: { title: 6, tags: 3, headings: 3, line: 2 },
      combineWith: "AND",
      prefix: (word, place, all) => place === all.length - 1 || word.length >= SHORTEST_BEGINNING,
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));

  /** Mistakes are looked for only where there is nothing without them. */
  function find(query: string, mistakes = 0): readonly SearchResult[] {
    const found = index
      .search(query, { fuzzy: (word) => allowMistakes(word, mistakes) })
      .filter(({ queryTerms, terms }) => queryTerms.every((asked) => terms.some(beginsAs(asked))));
    return found.length > 0 || mistakes === MOST_MISTAKES ? found : find(query, mistakes + 1);
  }

  return (query) =>
    find(query).flatMap(({ id, terms, queryTerms }) => {
      const entry = entries[Number(id)];
      if (!entry) return [];
      const words = new Set(terms.filter((word) => queryTerms.some(beginsAs(word))));
      return [{ entry, words, ...chooseLine(entry, queryTerms, words) }];
    });
}

/** Whoever mistypes a word begins it rightly: `caps` does not stand for `maps`. */
function beginsAs(word: string): (other: string) => boolean {
  return (other) => other[0] === word[0];
}

function readField(entry: IndexEntry & { readonly id: number }, name: string): string {
  switch (name) {
    case "id":
      return `${entry.id}`;
    case "tags":
      return entry.tags?.join(" ") ?? "";
    case "headings":
      return entry.headings?.map(({ text }) => text).join(" ") ?? "";
    case "title":
      return entry.title;
    case "line":
      return entry.line;
    default:
      return entry.text ?? "";
  }
}

/** A number that is nearly right is another number. */
function allowMistakes(word: string, most: number): number {
  return /\d/.test(word) ? 0 : Math.max(0, Math.min(most, word.length - RIGHT));
}
