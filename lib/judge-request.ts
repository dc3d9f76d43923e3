import type { IncomingMessage } from "node:http";
import { BASE_PATH } from "@/lib/site/address";

/** The answer to a request that gets no further. */
export interface Verdict {
  readonly status: 204 | 400 | 404 | 405 | 413;
  /** The methods that the address has, where that is the matter. */
  readonly allow?: string;
}

const READING = "GET, HEAD, OPTIONS";

/** No form and no script of ours sends a body, and nothing here reads one. */
const NO_BODY = "0";

/**
 * Judges a request before Next sees it. Next answers 500 to addresses that cannot be decoded, that name a
 * route by its pattern or its own page of errors, to `TRACE`, and to any method but GET at a file; it looks
 * for a Server Action in every other POST, though no page has one; and before /owner it takes 10 MB of any
 * body into memory (Next 16.4.5).
 *
 * @returns undefined for what Next may answer
 */
export function judgeRequest(
  {
    method = "GET",
    url = "/",
    headers,
  }: Partial<Pick<IncomingMessage, "method" | "url">> & Pick<IncomingMessage, "headers">,
  basePath: string = BASE_PATH,
): Verdict | undefined {
  if (url === "*" && method === "OPTIONS") return { status: 204, allow: READING };
  const path = readPath(url);
  if (path === undefined) return { status: 400 };
  const inside = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
  if (/[[\]]/.test(path) || inside === "/_global-error") return { status: 404 };

  const isOrder = /^\/owner\/[^/]+$/.test(inside);
  const allow = isOrder ? `${READING}, POST` : READING;
  if (!allow.split(", ").includes(method)) return { status: 405, allow };
  const { "content-length": length = NO_BODY, "transfer-encoding": coding } = headers;
  if (length !== NO_BODY || coding !== undefined) return { status: 413 };
  // What other sites may ask with headers of their own is said by the routes themselves.
  const isPreflight = method === "OPTIONS" && !inside.startsWith("/api/");
  return isPreflight ? { status: 204, allow } : undefined;
}

/** The path as Next reads it: decoded, without dots; undefined where it is none, or has a fragment. */
function readPath(url: string): string | undefined {
  if (!url.startsWith("/") || url.includes("#")) return undefined;
  try {
    return decodeURIComponent(new URL(`http://site${url}`).pathname);
  } catch {
    return undefined;
  }
}
