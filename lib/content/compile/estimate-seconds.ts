const WORDS_PER_MINUTE = 230;

/** Code is read more slowly than prose, and skimmed more often: about thirty lines a minute. */
const SECONDS_PER_CODE_LINE = 2;

/** How long a text takes to read, in whole seconds. */
export function estimateSeconds(words: number, codeLines: number): number {
  return Math.round((words * 60) / WORDS_PER_MINUTE + codeLines * SECONDS_PER_CODE_LINE);
}
