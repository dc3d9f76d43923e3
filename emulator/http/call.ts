import type { IncomingMessage } from "node:http";
import { isForeign } from "./is-foreign";

/** A request, read to its end. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly contentType: string;
  /** A browser sends it for another page, or under a name that was made to lead here. */
  readonly isForeign: boolean;
  readonly body: string;
}

const maxBodyBytes = 2_000_000;

export async function readCall(request: IncomingMessage): Promise<Call> {
  const target = request.url ?? "/";
  const cut = target.indexOf("?");
  return {
    method: request.method ?? "GET",
    path: cut === -1 ? target : target.slice(0, cut),
    query: new URLSearchParams(cut === -1 ? "" : target.slice(cut + 1)),
    authorization: request.headers.authorization,
    contentType: request.headers["content-type"] ?? "",
    isForeign: isForeign(request.headers),
    body: await readBody(request),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > maxBodyBytes) throw new Error(`A body of more than ${maxBodyBytes} bytes.`);
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString("utf8");
}
