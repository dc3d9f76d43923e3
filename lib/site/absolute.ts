/**
 * The absolute address of one of the site's paths.
 *
 * @param home the site's http(s) address, with its own path where it has one
 * @param path with a slash before it; `/` is the site itself. It may have a query and a fragment
 */
export function absolute(home: URL, path: string): string {
  const base = home.pathname.replace(/\/+$/, "");
  return new URL(`${home.origin}${path === "/" && base ? base : base + path}`).href;
}
