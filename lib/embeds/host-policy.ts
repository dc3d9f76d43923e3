import type { Face } from "./snippets";

/**
 * What a page has to allow in its Content-Security-Policy to show a face, beside what it allows already.
 *
 * @param home the site's http(s) address
 * @param imageSources CSP host sources of the covers
 * @throws {TypeError} when `home` is no address
 * @see https://www.w3.org/TR/CSP3/#directives-fetch
 */
export function describeHostPolicy(
  face: Face,
  home: string,
  imageSources: readonly string[],
): string {
  const { origin } = new URL(home);
  const covers = imageSources.join(" ");
  switch (face) {
    case "iframe":
    case "oembed":
      return `frame-src ${origin}`;
    case "element":
      return `script-src ${origin}; connect-src ${origin}; img-src ${origin} ${covers}`.trim();
    case "markdown":
    case "picture":
    case "image":
      return `img-src ${origin}`;
    case "badge":
      return "img-src https://img.shields.io";
    case "react":
      return `connect-src ${origin}; img-src ${covers || "'none'"}`;
  }
}
