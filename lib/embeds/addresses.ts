import { parseCardOptions, parseFaceOptions } from "./options";
import type { CardOptions, FaceOptions } from "./options";

const NOTHING_ASKED = new URLSearchParams();

const USUAL = new Map<string, unknown>(
  Object.entries({
    ...parseFaceOptions(NOTHING_ASKED).options,
    ...parseCardOptions(NOTHING_ASKED).options,
  }),
);

type Options = Readonly<Partial<FaceOptions & CardOptions>>;

/** The options that are not as they are anyway, as text. */
export function listUnusual(options: Options): Record<string, string> {
  const unusual = Object.entries(options).filter(
    ([name, value]) => value !== undefined && value !== USUAL.get(name),
  );
  return Object.fromEntries(unusual.map(([name, value]) => [name, String(value)]));
}

/**
 * An address of the site, of characters that are only themselves in HTML, Markdown, JSX and a shell.
 *
 * @param home the site's http(s) address, with its own path where it has one
 * @param path from there, with a slash before it; empty for the site itself
 * @param options what is usual is left out
 * @throws {TypeError} when `home` is no address
 */
export function addressOf(home: string, path: string, options: Options = {}): string {
  const { origin, pathname, host } = new URL(home);
  if (!/^[\w.:[\]-]+$/.test(host)) throw new TypeError(`${home} is no address of a site.`);
  const base = pathname
    .replace(/\/+$/, "")
    .replace(/[^\w.~%/-]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const query = new URLSearchParams(listUnusual(options)).toString();
  return `${origin}${base}${path}${query && `?${query}`}`;
}

/** The iframe's document. */
export function addressFrame(home: string, options: FaceOptions): string {
  const { theme, size, ground, preview } = options;
  return addressOf(home, "/embed", { theme, size, ground, preview });
}

/** The picture. */
export function addressPicture(home: string, options: CardOptions): string {
  const { theme, width, preview } = options;
  return addressOf(home, "/now-playing.svg", { theme, width, preview });
}
