import type { SearchIndex } from "@/lib/content/search-index";
import { phraseCount } from "@/lib/content/search-index-phrases";

type Words = Pick<SearchIndex["words"], "nothing" | "count" | "countOfMore">;

/**
 * "8 of 12 results": how much was found.
 *
 * @param shown how many of them are listed
 */
export function phraseTotal(total: number, shown: number, words: Words): string {
  if (total === 0) return words.nothing;
  const phrases = shown < total ? words.countOfMore : words.count;
  return phraseCount(total, phrases, document.documentElement.lang || "en").replace(
    "{shown}",
    `${shown}`,
  );
}
