import fc from "fast-check";
import { HEADERS, PIECES, QUERIES } from "./hostile";
import type { Route } from "./routes";

/** One request, as far as it can be told in words. */
export interface Request {
  readonly method: string;
  /** None: the path is nobody's. */
  readonly route?: Route | undefined;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** How much the body is repeated. */
  readonly times: number;
}

const methods = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("GET", "HEAD") },
  { weight: 2, arbitrary: fc.constantFrom("POST", "OPTIONS") },
  { weight: 1, arbitrary: fc.constantFrom("PUT", "PATCH", "DELETE", "TRACE", "PURGE", "BREW") },
);

const queries = fc.oneof(
  fc.constant(""),
  fc.constantFrom(...QUERIES).map((query) => `?${query}`),
  fc.string().map((query) => `?${encodeURIComponent(query)}`),
);

const unknown = fc.record({
  route: fc.constant(undefined),
  path: fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
    .chain((pieces) => fc.constantFrom("/", "/", "/", "").map((slash) => slash + pieces.join(""))),
  query: queries,
});

const bodies = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ body: "", times: 1 }) },
  {
    weight: 1,
    arbitrary: fc.record({
      body: fc.constantFrom('{"a":1}', "[]", "--x\r\n\r\n--x--", "a=b&", "\0\xff"),
      // 10 MB at the most.
      times: fc.constantFrom(1, 1, 1, 1_000, 1_000_000),
    }),
  },
);

/** Requests that HTTP allows, and nobody sends with good intent. */
export function requestsOf(routes: readonly Route[]): fc.Arbitrary<Request> {
  const known = fc.record({
    route: fc.constantFrom(...routes),
    path: fc.constant(undefined),
    query: queries,
  });
  const parts = {
    method: methods,
    where: fc.oneof({ weight: 3, arbitrary: known }, { weight: 2, arbitrary: unknown }),
    headers: fc.uniqueArray(fc.constantFrom(...HEADERS), {
      maxLength: 4,
      selector: ([name]) => name,
    }),
    content: bodies,
  };
  return fc
    .record(parts)
    .map(({ method, where: { route, path = route?.path ?? "/", query }, headers, content }) => {
      const { body, times } = content;
      return { method, route, target: path + query, headers, body, times };
    });
}

/** As it goes over the line. */
export function writeRequest({ method, target, headers, body, times }: Request, host: string) {
  const content = body.repeat(times);
  const all = [
    ...(headers.some(([name]) => name === "host") ? [] : [["host", host] as const]),
    ...headers,
    ["connection", "close"],
    ...(content === "" ? [] : [["content-length", String(content.length)]]),
  ];
  const lines = all.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines}\r\n${content}`, "latin1");
}
