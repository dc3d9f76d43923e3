import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A page of somebody else's, on an origin that shares nothing with the site's. */
export interface ForeignPage {
  readonly url: string;
  stop(): Promise<void>;
}

interface ForeignPageOptions {
  /** Content-Security-Policy, as strict as that somebody likes it. */
  readonly policy?: string;
}

/** Serves some markup as a page on `localhost`: the site is on `127.0.0.1`, so the two are strangers. */
export async function serveForeignPage(
  body: string,
  { policy }: ForeignPageOptions = {},
): Promise<ForeignPage> {
  const server = createServer((request, response) => {
    if (request.url !== "/") {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      ...(policy && { "content-security-policy": policy }),
    });
    response.end(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A page of somebody else's</title><main><h1>Elsewhere</h1>${body}</main></html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
