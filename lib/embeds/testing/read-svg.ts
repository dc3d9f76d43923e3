import { SaxesParser } from "saxes";

export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands in it, without what stands in its children. */
  readonly text: string;
}

/** The elements of an SVG document, in its order. Throws where it is not well-formed XML, to the letter. */
export function readSvg(svg: string): readonly SvgElement[] {
  const parser = new SaxesParser();
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: (typeof elements)[number][] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const inner = open.at(-1);
    if (inner) inner.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(svg).close();
  return elements;
}

/** The text of the elements of one name. */
export function textsOf(svg: string, name: string): string[] {
  return readSvg(svg)
    .filter((element) => element.name === name)
    .map(({ text }) => text);
}
