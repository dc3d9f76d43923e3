import { bundledLanguages } from "shiki/langs";

/** What a fence may name. */
export const LANGUAGES = [
  "bash",
  "css",
  "diff",
  "html",
  "http",
  "js",
  "json",
  "jsx",
  "mdx",
  "python",
  "sql",
  "text",
  "ts",
  "tsx",
  "yaml",
] as const;

export type Language = (typeof LANGUAGES)[number];

export function isLanguage(name: string): name is Language {
  return LANGUAGES.some((language) => language === name);
}

/** The grammar of a language; only what is used is loaded, for they are large. */
export async function loadGrammar(language: Exclude<Language, "text">) {
  const { default: grammar } = await bundledLanguages[language]();
  return grammar;
}
