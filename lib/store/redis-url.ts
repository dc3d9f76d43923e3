import { isIP } from "node:net";
import { Secret } from "@/lib/secret";

/** Where a Redis is, and how it is entered. */
export interface RedisAddress {
  /** A name or an IP address, the latter without brackets. */
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  readonly username?: string;
  readonly password?: Secret;
  readonly database: number;
}

/** Whether a text is an address that {@link parseRedisUrl} can read. */
export function isRedisUrl(text: string): boolean {
  return parseRedisUrl(text) !== undefined;
}

/**
 * Reads `redis://[[user]:password@]host[:port][/database]`, or `rediss:` for TLS; undefined for
 * anything else. What follows a `?` is left to other clients.
 * See https://www.iana.org/assignments/uri-schemes/prov/redis.
 */
export function parseRedisUrl(text: string): RedisAddress | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  const isHost = isIP(host) !== 0 || /^[\w.-]+$/.test(host);
  const database = /^\/?(\d{0,5})$/.exec(pathname)?.[1];
  // In a password that nobody escaped, "/", "?" and "#" make its head a host, which messages name.
  const isCut = hash !== "" || search.includes("@");
  if (!/^rediss?:$/.test(protocol) || !isHost || port === "0") return undefined;
  if (database === undefined || isCut) return undefined;
  try {
    return {
      host,
      port: Number(port || 6379),
      isTls: protocol === "rediss:",
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: new Secret(decodeURIComponent(password)) }),
      database: Number(database),
    };
  } catch {
    return undefined;
  }
}
