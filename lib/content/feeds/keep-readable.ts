/**
 * The text without what no feed can carry: what XML 1.0 forbids even as references, lone surrogates among
 * it, and the control characters beyond, which it discourages (https://www.w3.org/TR/xml/#charsets).
 */
export function keepReadable(text: string): string {
  return text.replace(/[^\t\n\r\P{Cc}]|[\p{Cs}\uFFFE\uFFFF]/gu, "");
}
