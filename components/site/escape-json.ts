/**
 * JSON that may stand in a script of an HTML document: `<` would end it or open a comment, and the two
 * separators end a line in older JavaScript.
 */
export function escapeJson(json: string): string {
  return json
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}
