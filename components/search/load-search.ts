import type { SearchIndex } from "@/lib/content/search-index";
import { at } from "@/lib/site/address";
import type { Search } from "./create-search";

/** Who waits longer is better served by the page that lists everything. */
const PATIENCE_MS = 5_000;

/** What searching takes. */
export interface Searching extends SearchIndex {
  readonly search: Search;
}

let loading: Promise<Searching> | undefined;

/** Loads it once. A failure is forgotten: the next call tries again. */
export function loadSearch(): Promise<Searching> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Searching> {
  const [{ createSearch }, index] = await Promise.all([import("./create-search"), fetchIndex()]);
  return { ...index, search: createSearch(index.entries) };
}

async function fetchIndex(): Promise<SearchIndex> {
  const response = await fetch(at("/search.json"), { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`The index of the search answered ${response.status}.`);
  return response.json();
}
