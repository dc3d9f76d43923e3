import { cutWords } from "./cut-words";

/** As `cutWords`, but after a whole word where one ends in the latter half. */
export function cutAtWord(text: string, most: number): string {
  const cut = cutWords(text, most);
  const end = cut === text ? -1 : cut.lastIndexOf(" ");
  return end < most / 2 ? cut : `${cut.slice(0, end).replace(/[\s\p{P}]+$/u, "")}…`;
}
