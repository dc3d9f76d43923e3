import { createServer, type RequestListener } from "node:http";

/** A host of images on a port of its own, for the tests. */
export interface TestHost {
  readonly origin: string;
  readonly requests: string[];
  close(): Promise<void>;
}

export async function startHost(answer: RequestListener): Promise<TestHost> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
