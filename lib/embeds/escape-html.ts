const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text that may stand in an HTML document, between tags or in a quoted attribute; not in a script, a style
 * or an unquoted attribute. Control characters, which HTML forbids, and lone surrogates, which no encoder
 * can send, are dropped.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[^\t\n\P{Cc}]|\p{Cs}/gu, "")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
