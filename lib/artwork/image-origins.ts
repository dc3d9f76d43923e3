/** Where images may come from: one CSP host source, taken apart. */
export interface ImageOrigin {
  /** As a content security policy takes it, in lower case: `https://*.scdn.co`. */
  readonly source: string;
  readonly protocol: "https:" | "http:";
  /** The host, or with `subdomains` what its subdomains end in (`.scdn.co`). */
  readonly host: string;
  readonly subdomains: boolean;
  /** A port in digits, or `*` for any. */
  readonly port: string;
}

export interface ImageOrigins {
  readonly origins: readonly ImageOrigin[];
  /** A sentence for each part of the text that was left out, saying what was expected. */
  readonly problems: readonly string[];
}

const SOURCE = /^(https?:)\/\/(\*\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*|\[::1\])(?::(\d{1,5}|\*))?$/;
// Printable ASCII without the backslash, quotes and angle brackets, and no "@" before the path: what browsers would mend in
// their own way (https://url.spec.whatwg.org/#concept-basic-url-parser) is refused instead, for
// other readers of the URL mend it differently.
const PLAIN_URL =
  /^https?:\/\/(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[::1\])(?::\d+)?(?:[/?#][!#-;=?-[\]-~]*)?$/i;
const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/**
 * Reads a list of origins, separated by spaces, in the form of CSP host sources
 * (https://www.w3.org/TR/CSP3/#grammardef-host-source): a scheme, a host that may begin with
 * `*.`, and a port or `:*`; no path. Plain http is for loopback hosts only.
 */
export function parseImageOrigins(text: string): ImageOrigins {
  const origins = new Map<string, ImageOrigin>();
  const problems: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const parsed = parseOrigin(word.toLowerCase());
    if (typeof parsed === "string") problems.push(`${JSON.stringify(word)} ${parsed}`);
    else origins.set(parsed.source, parsed);
  }
  return { origins: [...origins.values()], problems };
}

/** Whether an image's URL is of one of the origins. False for whatever is not plainly a URL. */
export function isAllowedImage(url: string, origins: readonly ImageOrigin[]): boolean {
  if (!PLAIN_URL.test(url) || !URL.canParse(url)) return false;
  const { protocol, hostname, port } = new URL(url);
  return origins.some(
    (origin) =>
      origin.protocol === protocol &&
      (origin.subdomains
        ? hostname.endsWith(origin.host) && hostname.length > origin.host.length
        : hostname === origin.host) &&
      (origin.port === "*" || origin.port === (port || defaultPort(protocol))),
  );
}

/** The origin, or what is wrong with it. */
function parseOrigin(source: string): ImageOrigin | string {
  const [, scheme, star, host, port] = SOURCE.exec(source) ?? [];
  if (scheme === undefined || host === undefined)
    return "is not an origin for images: write it like https://i.scdn.co, https://*.scdn.co or http://127.0.0.1:*, without a path.";

  const protocol = scheme === "https:" ? scheme : "http:";
  // Numbers that mean an address, labels that do not exist: the URL parser knows them all.
  if (!URL.canParse(`${protocol}//${host}`) || new URL(`${protocol}//${host}`).hostname !== host)
    return "has no proper host name: write it like https://i.scdn.co.";
  if (star !== undefined && !/[^.]\.[a-z][a-z0-9-]*$/.test(host))
    return "lets in too much: after *. a domain of two names or more is expected, like https://*.scdn.co.";
  if (protocol === "http:" && (star !== undefined || !LOOPBACK.has(host)))
    return "is not encrypted: use https, plain http is for 127.0.0.1, [::1] and localhost only.";
  if (port !== undefined && port !== "*" && (Number(port) < 1 || Number(port) > 65_535))
    return "has no proper port: use 1 to 65535, or * for any.";

  return {
    source,
    protocol,
    host: star === undefined ? host : `.${host}`,
    subdomains: star !== undefined,
    port: port === undefined || port === "*" ? (port ?? defaultPort(protocol)) : `${Number(port)}`,
  };
}

function defaultPort(protocol: string): string {
  return protocol === "https:" ? "443" : "80";
}
