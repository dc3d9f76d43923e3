import type { IncomingMessage } from "node:http";
import { onRequest } from "./on-request";

/** No address of ours has a query near this length. */
const LONGEST_URL = 1_000;

/** What our own cookies come to, all three at once, is half of this. */
const LONGEST_COOKIE = 2_000;

/** Other sites at the same host, as there are at 127.0.0.1, may have set any number of others. */
const OUR_COOKIE = /^\s*(?:__Host-)?liner-notes-/;

/**
 * Drops what is needlessly long in a request before Next reads it. Next compares every key of a query
 * with every other, and sets every cookie anew for each one: 15 kB of either hold a process up for a
 * second (Next 16.4.5).
 */
export function slimRequests(): void {
  onRequest(({ request }) => slim(request));
}

/**
 * Conditions and ranges that a file of ours may not meet: Next answers 500 then. No file is large enough to be
 * had in parts, and a server may leave them unheard (https://www.rfc-editor.org/rfc/rfc9110#field.range).
 */
const PARTIAL = ["if-match", "if-range", "if-unmodified-since", "range"] as const;

/** Shortens one request in place. */
export function slim(request: Pick<IncomingMessage, "url" | "headers">): void {
  const { headers } = request;
  takePath(request);
  for (const name of PARTIAL) delete headers[name];
  const { url } = request;
  if (url && url.length > LONGEST_URL) request.url = url.split("?", 1)[0] ?? "/";
  if (headers.cookie && headers.cookie.length > LONGEST_COOKIE) {
    const ours = headers.cookie.split(";").filter((part) => OUR_COOKIE.test(part));
    headers.cookie = ours.join(";").slice(0, LONGEST_COOKIE);
  }
}

/**
 * A client may send the whole address, of which the host then counts
 * (https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2); Next would send it on to where it is.
 */
function takePath(request: Pick<IncomingMessage, "url" | "headers">): void {
  const { url = "" } = request;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return;
  const { host, pathname, search } = new URL(url);
  request.url = pathname + search;
  request.headers.host = host;
}
