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
  const server = createServer((request, response) => void respond(request, response));
  let host = "";

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", `http://${host}`);
    // Another name that leads here would let a page of another site read the answer.
    const isOurs = request.headers.host === host && url.pathname === PATH;
    const isGet = request.method === "GET";
    if (!isOurs || !isGet) {
      response.writeHead(isOurs ? 405 : 404, { "Content-Type": "text/plain", Connection: "close" });
      response.end(isOurs ? "Only GET is answered.\n" : "Not found.\n");
      return;
    }
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
