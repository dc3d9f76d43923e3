import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readErrno } from "@/lib/store/store-error";
import { PAGE_HEADERS, renderPage } from "./answer-page";
import type { Page } from "./answer-page";

const PATH = "/owner/callback";

/** What a browser may take to read its page when everything else is over, in ms. */
const GRACE_MS = 1_000;

/** The address to which Spotify sends the browser back. */
export interface CallbackServer {
  readonly redirectUri: string;
  /** Stops listening; an answer that is on its way arrives. */
  close(): Promise<void>;
}

/** Not every target of a request is an address: `//` is none. */
function parseTarget(origin: string, target = "/"): URL | undefined {
  return URL.canParse(target, origin) ? new URL(target, origin) : undefined;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain", Connection: "close" });
  response.end(`${text}\n`);
}

/**
 * Listens on 127.0.0.1 only, and answers nothing but the callback.
 *
 * @param port 0 is any free one
 * @throws {Error} in a sentence, when the port is taken
 */
export async function openCallbackServer(
  port: number,
  answer: (query: URLSearchParams) => Promise<Page>,
): Promise<CallbackServer> {
  const server = createServer((request, response) => {
    respond(request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500, "Something went wrong.");
      else response.destroy();
    });
  });
  let host = "";

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = parseTarget(`http://${host}`, request.url);
    // Another name that leads here would let a page of another site read the answer.
    const isOurs = request.headers.host === host && url?.pathname === PATH;
    if (!isOurs) return refuse(response, 404, "Not found.");
    if (request.method !== "GET") return refuse(response, 405, "Only GET is answered.");
    const page = await answer(url.searchParams);
    response.writeHead(page.status, PAGE_HEADERS);
    response.end(renderPage(page));
  }

  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    if (readErrno(error) !== "EADDRINUSE") throw error;
    throw new Error(`Port ${port} is taken. Choose another with --port, or leave it out.`, {
      cause: error,
    });
  }
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  host = `127.0.0.1:${address.port}`;
  return {
    redirectUri: `http://${host}${PATH}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(timer);
    },
  };
}
