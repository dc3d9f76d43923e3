import { escapeHtml } from "./escape-html";

/** Values are escaped; `true` is an attribute without one. */
export type Attributes = Readonly<Record<string, string | number | true>>;

/** Elements that HTML ends where they begin (https://html.spec.whatwg.org/#void-elements). */
const VOID = new Set(["img", "source"]);

/**
 * An element in HTML.
 *
 * @param inside HTML
 */
export function writeTag(name: string, attributes: Attributes, inside = ""): string {
  const start = `<${name}${writeAttributes(attributes)}>`;
  return VOID.has(name) ? start : `${start}${inside}</${name}>`;
}

function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`))
    .join("");
}
