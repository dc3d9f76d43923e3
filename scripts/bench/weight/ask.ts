import { once } from "node:events";
import { get } from "node:http";
import type { IncomingMessage } from "node:http";

export interface Answered {
  readonly status: number;
  readonly etag: string | undefined;
  /** Of the status line and the headers, as they were sent. */
  readonly headBytes: number;
  readonly body: string;
}

/** Asks a running site for something as it is, not compressed. @throws where it answers with another status */
export async function ask(
  url: string,
  {
    status = 200,
    ...headers
  }: { readonly status?: number; readonly "if-none-match"?: string } = {},
): Promise<Answered> {
  const request = get(url, {
    agent: false,
    headers: { ...headers, "accept-encoding": "identity" },
  });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request.on("response", resolve);
    request.on("error", reject);
  });
  const chunks: Buffer[] = [];
  answer.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(answer, "end");
  if (answer.statusCode !== status)
    throw new Error(`${url} answered ${answer.statusCode ?? "nothing"} instead of ${status}.`);
  return {
    status,
    etag: answer.headers.etag,
    headBytes: Buffer.byteLength(writeHead(answer)),
    body: Buffer.concat(chunks).toString(),
  };
}

function writeHead({
  httpVersion,
  statusCode,
  statusMessage,
  rawHeaders,
}: IncomingMessage): string {
  const fields = rawHeaders.map((text, i) => (i % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join("");
  return `HTTP/${httpVersion} ${statusCode ?? ""} ${statusMessage ?? ""}\r\n${fields}\r\n`;
}
