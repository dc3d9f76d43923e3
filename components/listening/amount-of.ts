/** How much there is to set; the more, the smaller it is set, so that all of it is read in one place. */
export type Amount = "little" | "some" | "much" | "most";

/** Of two columns, as the letters of these scripts are. */
const WIDE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{Extended_Pictographic}]/gu;

/** @param limits the most letters, in columns, of each amount but the last */
export function amountOf(
  text: string,
  [little, some, much]: readonly [number, number, number],
): Amount {
  const columns = text.length + (text.match(WIDE)?.length ?? 0);
  if (columns <= little) return "little";
  if (columns <= some) return "some";
  return columns <= much ? "much" : "most";
}
