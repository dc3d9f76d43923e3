/** Nobody keeps an answer of the owner's pages. What else they say of themselves stands in next.config.ts. */
const PRIVATE_HEADERS = { "cache-control": "no-store" } as const;

function headersWith(more: Readonly<Record<string, string>>, cookies: readonly string[]): Headers {
  const headers = new Headers({ ...PRIVATE_HEADERS, ...more });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return headers;
}

/** Sends the browser on with a GET. */
export function sendOn(location: string, cookies: readonly string[] = []): Response {
  return new Response(null, { status: 303, headers: headersWith({ location }, cookies) });
}

/** A short text, for those whom no page helps. */
export function sayPlainly(
  status: number,
  text: string,
  cookies: readonly string[] = [],
): Response {
  const headers = headersWith({ "content-type": "text/plain; charset=utf-8" }, cookies);
  return new Response(`${text}\n`, { status, headers });
}

/** A file to keep. */
export function handOver(text: string, type: string, name: string): Response {
  const disposition = `attachment; filename="${name}"`;
  const headers = headersWith({ "content-type": type, "content-disposition": disposition }, []);
  return new Response(text, { headers });
}
