import { createServer } from "node:http";
import { listen } from "./listen";

/** A channel of some chat to which a webhook leads. */
export interface Channel {
  readonly port: number;
  /** All that it was told, headers too. */
  heard(): string;
  close(): void;
}

export async function openChannel(): Promise<Channel> {
  const said: string[] = [];
  const server = createServer((request, response) => {
    request.on("data", (chunk: Buffer) => said.push(chunk.toString()));
    said.push(JSON.stringify(request.headers));
    response.end();
  });
  const port = await listen(server);
  return { port, heard: () => said.join("\n"), close: () => void server.close() };
}
