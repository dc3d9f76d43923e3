import type { IncomingHttpHeaders } from "node:http";

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/**
 * Whether some page on the web, open in the developer's browser, is behind a request: its origin is not
 * ours, or it has made a name of its own lead to this machine (DNS rebinding).
 */
export function isForeign({ host = "", origin }: IncomingHttpHeaders): boolean {
  if (!LOOPBACK.test(host)) return true;
  return origin !== undefined && origin !== `http://${host}`;
}
