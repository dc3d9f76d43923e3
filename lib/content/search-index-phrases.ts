/** A phrase that counts, with `{n}` in it. The keys are those of Intl.PluralRules. */
export type CountPhrases = { readonly other: string } & Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>>
>;

/**
 * "3 results": the form that the language has for so many.
 *
 * @param language BCP 47 tag of the phrases
 */
export function phraseCount(n: number, phrases: CountPhrases, language: string): string {
  const form = phrases[new Intl.PluralRules(language).select(n)] ?? phrases.other;
  return form.replace("{n}", `${n}`);
}
