/** Where the site lies below its origin, such as `/notes`; empty at the root. next.config.ts reads it off SITE_URL. */
export const BASE_PATH = process.env.NEXT_PUBLIC_BASE_PATH ?? "";

/**
 * The address of one of the site's own paths, such as `/go`, where Next does not add the base path itself.
 * What is no path of the site stays as it is.
 *
 * @param path with a slash before it; `/` is the site itself. It may have a query and a fragment
 */
export function at(path: string, basePath: string = BASE_PATH): string {
  if (!path.startsWith("/") || path.startsWith("//") || basePath === "") return path;
  // Next would send on whoever asks for `/notes/`.
  return basePath + path.replace(/^\/(?=$|[?#])/, "");
}
