/** Directives of a content security policy with what each allows. */
export type Policy = Readonly<Record<string, readonly string[]>>;

interface PageSources {
  /** Where covers may come from, as host sources. */
  readonly imageSources: readonly string[];
  /** The development server's own code uses eval, inline styles and a socket. */
  readonly isDevelopment?: boolean;
}

/**
 * What a page of the site may load: from the site itself, and covers from where Spotify keeps them. The
 * exceptions are told of in docs/decisions/015.
 */
export function describePagePolicy({ imageSources, isDevelopment = false }: PageSources): Policy {
  return {
    "default-src": ["'none'"],
    // A page that is made beforehand has no nonce. It narrows this itself, to its scripts' hashes.
    "script-src": ["'self'", "'unsafe-inline'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    "style-src": ["'self'", ...(isDevelopment ? ["'unsafe-inline'"] : [])],
    "img-src": ["'self'", ...imageSources],
    // For the builder: whoever comes to it from another page brings that page's policy along, for the page
    // changes in place.
    "frame-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(isDevelopment ? ["ws:"] : [])],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
}

/** The policy as the header's value; later policies' directives take the place of earlier ones'. */
export function writePolicy(...policies: readonly Policy[]): string {
  const directives: Policy = Object.assign({}, ...policies);
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
