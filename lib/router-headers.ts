import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { BASE_PATH } from "@/lib/site/address";

/** By which Next's router asks for a page's data in the place of the page. */
const ROUTER_HEADERS = [
  "rsc",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-url",
] as const;

/**
 * What only a development server or the older router asks with. To `x-middleware-prefetch` Next answers 200
 * and `{}`, whatever the address.
 */
const NOBODYS_HEADERS = ["next-hmr-refresh", "x-middleware-prefetch", "x-nextjs-data"] as const;

/** What the router never asks for: components/site/find-page.ts leaves it to the browser. */
const ELSEWHERE = /^\/(?:api|embed|go|owner)(?:\/|$)|\./;

const segment = z.union([
  z.string(),
  z.tuple([z.string(), z.string(), z.enum(["c", "oc", "d"]), z.array(z.string()).nullable()]),
]);

type RouterState = readonly unknown[];

/** As Next 16.4.5 has it; a newer one that it does not know costs a whole page in the place of its data. */
const routerState: z.ZodType<RouterState> = z.lazy(() =>
  z
    .tuple([
      segment,
      z.record(z.string(), routerState),
      z.tuple([z.string(), z.string()]).nullish(),
      z.enum(["refetch", "inside-shared-layout", "metadata-only"]).nullish(),
      z.number().nullish(),
      z.string().optional(),
    ])
    .readonly(),
);

/**
 * The router puts it into the query of whatever it asks for. To a plain address Next would answer a redirect
 * where the header is there, and a cache in front that does not tell by headers keeps that for everybody.
 */
const ROUTERS_QUERY = /^_rsc(?:=|$)/;

/** Longer than that of any page of ours, in characters: it is read part by part. */
const LONGEST = 4_000;

/**
 * Takes the router's headers from a request that is not the router's, or in which they say what Next would
 * answer 500 to: then it is one for the page itself.
 */
export function dropRouterHeaders(
  { url = "/", headers }: Pick<IncomingMessage, "url" | "headers">,
  basePath: string = BASE_PATH,
): void {
  const [path = "", query = ""] = url.slice(basePath.length).split("?", 2);
  const state = headers["next-router-state-tree"];
  // "2" asks for what only other settings of Next have, and it logs an error at each.
  const isKnown = ["1", undefined].some((value) => value === headers["next-router-prefetch"]);
  const isFine = isKnown && (state === undefined || isRouterState(state));
  const isAsked = query.split("&").some((part) => ROUTERS_QUERY.test(part));
  const isRouters = isFine && isAsked && !ELSEWHERE.test(path);
  for (const name of NOBODYS_HEADERS) delete headers[name];
  if (!isRouters) for (const name of ROUTER_HEADERS) delete headers[name];
}

function isRouterState(text: string | string[]): boolean {
  if (typeof text !== "string" || text.length > LONGEST) return false;
  try {
    return routerState.safeParse(JSON.parse(decodeURIComponent(text))).success;
  } catch {
    return false;
  }
}
