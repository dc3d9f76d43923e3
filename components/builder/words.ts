import { createContext, useContext } from "react";
import type { builderStrings } from "@/lib/site/strings";

/** The page hands its words down: what is imported from content/strings.ts would come with every page. */
export type Words = typeof builderStrings;

const WordsContext = createContext<Words | undefined>(undefined);

export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error("The builder's parts stand inside a WordsProvider.");
  return words;
}
