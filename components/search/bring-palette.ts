import { loadSearch } from "./load-search";
import type { Searching } from "./load-search";
import { Palette } from "./palette";

/** The palette and what it searches through, apart from the page: it is loaded when somebody is about to search. */
export async function bringPalette(): Promise<{ Palette: typeof Palette; searching: Searching }> {
  return { Palette, searching: await loadSearch() };
}
