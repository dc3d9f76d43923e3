const STRONG = /[\p{L}\u200E\u200F]/u;
const RIGHT_TO_LEFT =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Samr}\p{sc=Mand}\p{sc=Adlm}\p{sc=Rohg}\u200F]/u;

/** The direction that a line of text has by itself: that of its first letter, as `dir="auto"` finds it. */
export function readDirection(text: string): "ltr" | "rtl" {
  const [first = ""] = STRONG.exec(text) ?? [];
  return RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}
