import { createServer, request } from "node:http";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { once } from "node:events";

/** How long a shared cache may answer by itself, in s: as fresh, and after that while it asks again. */
interface Lifetime {
  readonly fresh: number;
  readonly stale: number;
}

interface Kept {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Epoch ms. */
  readonly at: number;
}

export interface SmallCache {
  readonly url: string;
  /** Answers given, and requests passed on to the server behind. */
  counts(): { readonly answers: number; readonly passedOn: number };
  stop(): void;
}

/**
 * A shared cache as a CDN is one, as small as can be: it keeps what may be kept, joins those who ask for the
 * same at the same time, and answers with what is stale while it asks again (RFC 9111, RFC 5861). What
 * speaks to CDNs alone comes first (RFC 9213).
 */
export async function startSmallCache(origin: string): Promise<SmallCache> {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Kept>>();
  let answers = 0;
  let passedOn = 0;

  async function ask(path: string): Promise<Kept> {
    passedOn += 1;
    const answer = await get(origin + path);
    if (answer.status === 200 && readLifetime(answer.headers).fresh > 0) kept.set(path, answer);
    return answer;
  }

  function askOnce(path: string): Promise<Kept> {
    const asked = underWay.get(path) ?? ask(path).finally(() => underWay.delete(path));
    underWay.set(path, asked);
    return asked;
  }

  async function answer(path: string): Promise<Kept> {
    const known = kept.get(path);
    if (!known) return askOnce(path);
    const age = (Date.now() - known.at) / 1_000;
    const { fresh, stale } = readLifetime(known.headers);
    if (age < fresh) return known;
    if (age >= fresh + stale) return askOnce(path);
    void askOnce(path).catch(() => undefined);
    return known;
  }

  async function respond(path: string, response: ServerResponse): Promise<void> {
    try {
      const { status, headers, body } = await answer(path);
      const type = headers["content-type"];
      response.writeHead(status, {
        "Content-Length": body.length,
        ...(type && { "Content-Type": type }),
      });
      response.end(body);
    } catch {
      response.writeHead(502).end();
    }
  }

  const server = createServer((incoming, response) => {
    answers += 1;
    void respond(incoming.url ?? "/", response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    counts: () => ({ answers, passedOn }),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @returns zeros for what a shared cache may not keep */
export function readLifetime(headers: IncomingHttpHeaders): Lifetime {
  const forCdns = headers["cdn-cache-control"];
  const text = String(forCdns ?? headers["cache-control"] ?? "");
  if (/no-store|private|no-cache/.test(text)) return { fresh: 0, stale: 0 };
  const seconds = (name: string) =>
    Number(new RegExp(`(?:^|[ ,])${name}=(\\d+)`).exec(text)?.[1] ?? 0);
  const fresh = forCdns === undefined ? seconds("s-maxage") : seconds("max-age");
  return { fresh, stale: seconds("stale-while-revalidate") };
}

async function get(url: string): Promise<Kept> {
  const sent = request(url).end();
  const [answer] = await once(sent, "response");
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part);
  const { statusCode = 502, headers } = answer;
  return { status: statusCode, headers, body: Buffer.concat(parts), at: Date.now() };
}
