/** Where the site lies below its origin, such as `/notes`; empty at the root. next.config.ts reads it off SITE_URL. */
export const BASE_PATH = process.env.NEXT_PUBLIC_BASE_PATH ?? "";

/** The address of one of the site's own paths, such as `/go`, where Next does not add the base path itself. */
export function at(path: string): string {
  return path.startsWith("/") ? `${BASE_PATH}${path}` : path;
}
