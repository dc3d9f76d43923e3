import type { Properties } from "hast";
import { find, html, svg } from "property-information";
import type { Attribute, JsxElement } from "./jsx-nodes";
import { readLiteral } from "./read-literal";
import type { Literal } from "./read-literal";
import type { Report } from "./problems";

/** These fetch, or lead where no check follows. */
const FETCHING =
  /^(?:src-?set|ping|background|form-?action|action|poster|data|code-?base|long-?desc|image-?src-?set|manifest|src-?doc)$/i;

/**
 * The properties of an element with a lower-case name, spelt as hast spells them: `stroke-width` and
 * `strokeWidth` are one.
 */
export function readProperties(node: JsxElement, inSvg: boolean, report: Report): Properties {
  const schema = inSvg ? svg : html;
  const properties: Properties = {};
  for (const [name, value, attribute] of readAttributes(node, report)) {
    const info = find(schema, name);
    const refusal = refuse(name, value, info.defined);
    if (refusal !== undefined) {
      report(`${name} on <${node.name}>: ${refusal}.`, placeOf(attribute, node));
    } else if (info.property in properties) {
      report(`${name} on <${node.name}> is said twice.`, placeOf(attribute, node));
    } else if (Array.isArray(value)) {
      // What follows the addresses of a page follows texts.
      if (info.spaceSeparated || info.commaSeparated) properties[info.property] = value.map(String);
      else
        report(`${name} on <${node.name}>: expected text or a number.`, placeOf(attribute, node));
    } else if (info.spaceSeparated && typeof value === "string") {
      properties[info.property] = value.split(/\s+/).filter(Boolean);
    } else if (typeof value === "boolean") {
      // `aria-hidden={true}` is a word in HTML, `hidden` is none.
      properties[info.property] = info.boolean || info.overloadedBoolean ? value : String(value);
    } else if (typeof value === "string" || typeof value === "number") {
      properties[info.property] = value;
    }
  }
  return properties;
}

/** The properties of a component: what is no plain value reaches it as JSON. */
export function readComponentProperties(node: JsxElement, report: Report): Properties {
  return Object.fromEntries(
    readAttributes(node, report)
      .filter(([name, , attribute]) => {
        const refusal = refuse(name, "", true);
        if (refusal) report(`${name} on <${node.name}>: ${refusal}.`, placeOf(attribute, node));
        return refusal === undefined;
      })
      .map(([name, value]) => [name, typeof value === "object" ? JSON.stringify(value) : value]),
  );
}

/** Names, values and where they stand. A bare name is true, as in JSX. */
export function readAttributes(node: JsxElement, report: Report): [string, Literal, Attribute][] {
  return node.attributes.flatMap((attribute): [string, Literal, Attribute][] => {
    const place = placeOf(attribute, node);
    if (attribute.type === "mdxJsxExpressionAttribute") {
      report(`{${attribute.value}} on <${node.name}>: write each attribute out.`, place);
      return [];
    }
    const { name, value } = attribute;
    if (value === null || value === undefined) return [[name, true, attribute]];
    if (typeof value === "string") return [[name, value, attribute]];
    const literal = readLiteral(value.data?.estree);
    if (literal !== undefined) return [[name, literal, attribute]];
    report(
      `${name}={${value.value}} on <${node.name}>: only plain values are read, such as "text", {7} or {["a", "b"]}; nothing is evaluated.`,
      place,
    );
    return [];
  });
}

function refuse(name: string, value: Literal, isKnown: boolean): string | undefined {
  if (/^on/i.test(name)) {
    return "a post is data, and runs no script. Make it a component of content/components.tsx";
  }
  if (name.toLowerCase() === "style") {
    return "the Content-Security-Policy forbids style attributes. Give it a class or a data attribute, and style that";
  }
  if (FETCHING.test(name)) return "is refused, for it may fetch from elsewhere";
  if (!isKnown) return "no such attribute. Check its spelling, or begin it with data-";
  if (/url\(\s*["']?(?!["']?#)/i.test(String(value))) {
    return "url(…) may only name a part of the same page, as url(#name) does";
  }
  if (typeof value === "object" && !Array.isArray(value)) return "expected text or a number";
  return undefined;
}

export function placeOf(attribute: Attribute, node: JsxElement) {
  return attribute.position ? attribute : node;
}
