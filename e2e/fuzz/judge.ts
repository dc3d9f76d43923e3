import type { Answer } from "./exchange";
import type { Request } from "./requests";
import { ANY_STATUS } from "./routes";

/** What must not be told, and where a redirect may lead. */
export interface Bounds {
  /** Texts that no answer may hold: secrets, paths of the machine, versions. */
  readonly secrets: readonly string[];
  /** Origins beside the site's own. */
  readonly leadsTo: readonly string[];
}

const READING = new Set(["GET", "HEAD"]);
const STACK = /\n\s+at \S+.*[:(]\d+|node_modules|\.next\//;

/** What is wrong with an answer, a sentence each. */
export function findFaults(request: Request, answer: Answer, bounds: Bounds): string[] {
  const faults: string[] = [];
  const expect = (isMet: boolean, fault: string) => void (isMet || faults.push(fault));
  const { status, headers, text } = answer;
  // What is closed in the middle of its body may be reset before the answer is read.
  const documented = [...listDocumented(request), ...(request.times > 1_000 ? [0] : [])];
  expect(documented.includes(status), `${status} is none of ${documented.join(", ")}.`);
  expect(!STACK.test(text), "It tells of the inside of the program.");
  for (const secret of bounds.secrets) expect(!text.includes(secret), `It tells ${secret}.`);
  for (const name of ["server", "x-powered-by", "x-planted"])
    expect(!headers.has(name), `It has the header ${name}.`);
  expect(leadsWell(headers.get("location"), bounds), `It leads to ${headers.get("location")}.`);
  for (const name of listHeaders(request, status))
    expect(headers.has(name), `It lacks the header ${name}.`);
  return faults;
}

/** The statuses that are documented for a request. */
function listDocumented({ method, route, headers, body, target }: Request): readonly number[] {
  const sent = new Map(headers);
  const hasBody = body !== "" || sent.has("transfer-encoding");
  // Node's own: an expectation that it does not know, a method or a coding that nobody knows.
  if (sent.get("expect") === "nonsense") return [417, 400];
  if (method === "BREW" || (body !== "" && sent.has("transfer-encoding"))) return [400];
  if (route === undefined || !target.startsWith("/")) return ANY_STATUS;
  if (method === "OPTIONS") return [hasBody ? 413 : 204];
  if (method === "POST" && route.path.startsWith("/owner/"))
    return hasBody ? [413] : route.kind === "order" ? [303, 403, 404] : [405];
  if (!READING.has(method)) return [405];
  return hasBody ? [413, 400] : route.statuses;
}

/** The headers without which an answer is not safe in a browser. */
function listHeaders({ route, method }: Request, status: number): string[] {
  if (status !== 200 || route === undefined || !READING.has(method)) return [];
  const document = ["content-security-policy", "referrer-policy", "x-frame-options"];
  const isDocument = route.kind === "page" || route.path === "/owner";
  return ["x-content-type-options", ...(isDocument ? document : [])];
}

function leadsWell(location: string | undefined, { leadsTo }: Bounds): boolean {
  if (location === undefined || /^\/(?![/\\])/.test(location)) return true;
  return leadsTo.some((origin) => location.startsWith(`${origin}/`));
}
