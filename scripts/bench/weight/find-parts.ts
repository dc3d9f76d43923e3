const TAG = /<(?:script|link)\b(?:"[^"]*"|[^">])*>/g;

/** What `delayScripts` leaves of the scripts' tags. */
const DELAYED = /<script>\{let s=(\["[^<]*?"\]),/;

/**
 * The addresses of the scripts that a built page asks for: those of its tags, as Next writes them, and those
 * that it asks for once it is painted. Scripts that only old browsers load are left out.
 */
export function findScripts(html: string): readonly string[] {
  const named = listTags(html)
    .filter((tag) => tag.startsWith("<script") && !/\snomodule\b/i.test(tag))
    .flatMap((tag) => readAttribute(tag, "src"));
  const delayed: unknown = JSON.parse(DELAYED.exec(html)?.[1] ?? "[]");
  return [...new Set([...named, ...(Array.isArray(delayed) ? delayed.map(String) : [])])];
}

/** The addresses of the style sheets that a built page asks for. */
export function findStyles(html: string): readonly string[] {
  const sheets = listTags(html).filter((tag) => /\srel="stylesheet"/.test(tag));
  return [...new Set(sheets.flatMap((tag) => readAttribute(tag, "href")))];
}

function listTags(html: string): readonly string[] {
  return html.match(TAG) ?? [];
}

function readAttribute(tag: string, name: string): string[] {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? [];
  return value ? [value.replaceAll("&amp;", "&")] : [];
}
