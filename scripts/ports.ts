import { once } from "node:events";
import { createServer } from "node:net";

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

/**
 * The wanted port, or the next free one after it.
 *
 * @throws when a hundred ports in a row are taken
 */
async function findPort(wanted: number): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(`Every port from ${wanted} on is taken. Set PORT to one that is free.`);
}

/** @throws in a sentence, when the port is taken */
export async function requirePort(port: number): Promise<void> {
  if (await isFree(port)) return;
  throw new Error(`Port ${port} is taken. End what runs there, or set PORT to another one.`);
}

/** The port that PORT asks for; 3000 where it asks for none. */
export function readWantedPort(text: string | undefined): number {
  if (!text) return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error("PORT must be a whole number from 1 to 65535.");
}

/** The wanted port if it is free; otherwise the next free one, and a line that says so. */
export async function choosePort(say: (line: string) => void): Promise<number> {
  const wanted = readWantedPort(process.env.PORT);
  const port = await findPort(wanted);
  if (port !== wanted) say(`Port ${wanted} is taken, so this runs on ${port}.`);
  return port;
}
