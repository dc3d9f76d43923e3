import { isLoopback } from "./origins";
import type { RequestHeaders } from "./origins";

/**
 * Whether a request was sent on this machine and to it: for what only its user may do. Headers that a
 * proxy or a tunnel adds speak against it; Next itself names the socket's address where nobody else has.
 */
export function isFromThisMachine(headers: RequestHeaders): boolean {
  const host = headers.get("host") ?? "";
  const forwardedHost = headers.get("x-forwarded-host");
  const addresses = headers.get("x-forwarded-for")?.split(",") ?? [];
  return (
    URL.canParse(`http://${host}`) &&
    isLoopback(new URL(`http://${host}`)) &&
    (forwardedHost === null || forwardedHost === host) &&
    addresses.every((address) => LOOPBACK.test(address.trim()))
  );
}

/** As sockets name it, IPv4 within IPv6 too. */
const LOOPBACK = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/;
