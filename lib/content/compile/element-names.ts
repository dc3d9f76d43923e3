const list = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** What may stand in a line of text, and holds nothing but such. */
export const PHRASING = list(
  "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q ruby rp rt s samp small span strong sub sup time u var wbr",
);

/** Text set as it is written: no quotes are turned in it. */
export const VERBATIM = list("code kbd samp");

/** What stands on lines of its own, but holds nothing but phrasing. */
export const TEXT_ONLY = list("caption h2 h3 h4 h5 h6 p summary");

/** What may hold blocks, and needs no paragraph around its only line. */
export const TIGHT = list("dd dt figcaption li td th");

const FLOW = list(
  "aside blockquote col colgroup dd details div dl dt figcaption figure footer header hr li ol pre section table tbody td tfoot th thead tr ul svg",
);

/** What a drawing is made of: shapes, text and paint. Nothing that moves, listens or fetches. */
const SVG = list(
  "a circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon polyline radialGradient rect stop svg symbol text textPath title tspan use",
);

const REFUSED: Readonly<Record<string, string>> = {
  script: "a post is data, and runs no script. Make it a component of content/components.tsx",
  style: "the site's style sheet sets the type; the Content-Security-Policy forbids others",
  iframe: "the Content-Security-Policy forbids frames of other sites. Link to it",
  object: "the Content-Security-Policy forbids it. Draw it as <svg>, or show a picture",
  embed: "the Content-Security-Policy forbids it. Draw it as <svg>, or show a picture",
  h1: "the title of the post is its only h1. Begin with ##",
  link: "a post adds nothing to the head of its page",
  meta: "a post adds nothing to the head of its page",
  base: "a post adds nothing to the head of its page",
  form: "a post asks for nothing. Make it a component of content/components.tsx",
  input: "a post asks for nothing. Make it a component of content/components.tsx",
  button: "a post runs no script. Make it a component of content/components.tsx",
  image: "only shapes and text are drawn in <svg>. Show the picture as ![…](/pictures/…)",
  foreignObject: "only shapes and text are drawn in <svg>",
};

/** @returns why an element may not stand in a post; undefined when it may */
export function refuseElement(name: string, inSvg: boolean): string | undefined {
  const reason = Object.entries(REFUSED).find(([key]) => key.toLowerCase() === name.toLowerCase());
  if (reason !== undefined) return `<${name}> is refused: ${reason[1]}.`;
  const known = inSvg ? SVG.has(name) : PHRASING.has(name) || TEXT_ONLY.has(name) || FLOW.has(name);
  if (known) return undefined;
  if (inSvg) return `<${name}> is not known in <svg>. There are ${[...SVG].join(", ")}.`;
  if (SVG.has(name)) return `<${name}> belongs in <svg>.`;
  return `<${name}> is not known. Check its spelling; where it is text, write \\<${name}>.`;
}
