const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes the nodes of a face, which `show` fills: the same as the iframe's document has. Node by node, for a
 * page may refuse markup in strings (https://www.w3.org/TR/trusted-types/).
 *
 * @param mark path of Spotify's icon
 */
export function buildFace(mark: string): HTMLElement {
  const image = make("img", "art");
  image.alt = "";
  image.hidden = true;
  const title = make("span", "title");
  const artist = make("span", "artist");
  title.dir = artist.dir = "auto";
  const words = make("span", "words", make("span", "label"), title, artist);
  const card = make("a", "card", make("i", "bar"), image, words, drawMark(mark));
  card.target = "_blank";
  return card;
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  part: string,
  ...children: Node[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  node.setAttribute("part", part);
  node.append(...children);
  return node;
}

function drawMark(outline: string): SVGElement {
  const mark = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  mark.setAttribute("part", "mark");
  mark.setAttribute("viewBox", "0 0 24 24");
  mark.setAttribute("aria-label", "Spotify");
  mark.setAttribute("role", "img");
  path.setAttribute("d", outline);
  mark.append(path);
  return mark;
}
