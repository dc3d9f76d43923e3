import type { ServerResponse } from "node:http";

/** What a route answers; sending it (or spoiling it) is somebody else's work. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value, null, 2),
  };
}

export function text(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers }, body };
}

export function html(status: number, body: string): Answer {
  return {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
    body,
  };
}

export function empty(status: number, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: "" };
}

export function redirect(location: string): Answer {
  return empty(302, { Location: location, "Cache-Control": "no-store" });
}

export function sendAnswer(response: ServerResponse, answer: Answer): void {
  const length = Buffer.byteLength(answer.body);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(answer.status === 204 ? {} : { "Content-Length": String(length) }),
  });
  response.end(answer.body);
}
