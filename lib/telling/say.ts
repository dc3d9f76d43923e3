declare const MADE_BY_SAY: unique symbol;

/** A text that was made by {@link say}: nothing stands in it that somebody else has written. */
export type Sentence = string & { readonly [MADE_BY_SAY]: true };

/** A word of a closed set, such as an error's code. Any `string`, and any pattern of one, is `never`. */
type Word<T extends string> = {} extends Record<T, 1> ? never : T;

/** What may be logged: numbers, booleans, moments, and words that stand in the source. */
export type Safe<T> = T extends number | boolean | Date | Sentence | undefined
  ? T
  : T extends string
    ? Word<T>
    : never;

type AllSafe<T extends readonly unknown[]> = { readonly [K in keyof T]: Safe<T[K]> };

/**
 * Makes a sentence for logs and errors: a tagged template. The compiler takes only what is safe to be
 * logged in its gaps, so that no text of Spotify's, of a request or of a file, and no secret, can stand
 * in one. Dates become ISO.
 */
export function say<const T extends readonly unknown[]>(
  constants: TemplateStringsArray,
  ...facts: AllSafe<T>
): Sentence {
  return mark(
    String.raw(
      { raw: constants },
      ...facts.map((fact: unknown) => (fact instanceof Date ? fact.toISOString() : String(fact))),
    ),
  );
}

/**
 * The name of an error of the system's or of a library's, such as `ECONNRESET`; undefined for what has
 * another form, and so may be anything.
 */
export function nameCode(text: unknown): Sentence | undefined {
  const isName = typeof text === "string" && /^[A-Z][A-Z0-9_]{2,40}$/.test(text);
  return isName ? mark(text) : undefined;
}

/** A day as an ISO date, of epoch ms. */
export function sayDay(time: number): Sentence {
  return mark(new Date(time).toISOString().slice(0, 10));
}

/**
 * What whoever runs the site has set or written, such as a folder: no secret, and nobody else's text. In
 * one line, cut at 300 characters. `scripts/revealed-secrets.test.ts` lists who calls this.
 */
export function quoteSetting(text: string): Sentence {
  return mark(text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ").slice(0, 300));
}

function mark(text: string): Sentence {
  // The one place where a text becomes a sentence: the brand is a type, and no value bears it.
  return text as Sentence;
}
