import { ORDERS } from "@/lib/owner/view";
import { MISSING } from "@/e2e/pages";

/** What a route answers to a `GET` that is not malformed, and says of itself. */
export interface Route {
  readonly path: string;
  readonly statuses: readonly number[];
  readonly kind: "page" | "owner" | "data" | "order";
}

/** Next sends the router on to the address of the data that it asked for. */
const PAGE = [200, 304, 307];
const DATA = [200, 304];
/** 304 where the page that says so is known already. */
const NOBODYS = [304, 404];

const FILES = [
  "/embed/1.0.0.js",
  "/icon.svg",
  "/icons/180.png",
  "/manifest.webmanifest",
  "/now-playing.schema.json",
  "/pictures/home.png",
  "/r/now-playing.json",
  "/search.json",
];
const MADE = [
  "/api/now-playing",
  "/api/now-playing/badge",
  "/api/recently-played",
  "/atom.xml",
  "/embed",
  "/embed.js",
  "/embed/sample.json",
  "/embed/sample.svg",
  "/feed.json",
  "/feed.xml",
  "/listening/picture.png",
  "/llms.txt",
  "/now-playing.svg",
  "/robots.txt",
  "/sitemap.xml",
  "/uses.md",
];

/**
 * Every public route, and the statuses that are documented for it: nothing else may come.
 *
 * @param pages paths of all pages, as they have been written
 */
export function listRoutes(pages: readonly string[]): Route[] {
  const posts = pages.filter((path) => /^\/writing\/[^/]+$/.test(path));
  const files = [...FILES, ...posts.map((path) => `${path}/picture.png`)];
  const made = [...MADE, ...posts.map((path) => `${path}.md`)];
  return [
    ...pages.map((path) => route(path, path === MISSING ? NOBODYS : PAGE, "page")),
    ...[...files, ...made].map((path) => route(path, DATA, "data")),
    route("/api/health", [200, 503], "data"),
    route("/api/oembed", [200, 400, 404, 501], "data"),
    route("/go", [302], "data"),
    route("/owner", [200], "owner"),
    route("/owner/callback", [303], "owner"),
    route("/owner/calendar.ics", [303], "owner"),
    ...[...ORDERS, "sign-in", "no-order"].map((order) => route(`/owner/${order}`, [405], "order")),
  ];
}

/** Of whatever is no route. */
export const ANY_STATUS: readonly number[] = [
  200, 204, 302, 303, 304, 307, 308, 400, 403, 404, 405, 413, 417, 501, 503,
];

function route(path: string, statuses: readonly number[], kind: Route["kind"]): Route {
  return { path, statuses, kind };
}
