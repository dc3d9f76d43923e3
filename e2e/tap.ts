import { connect, createServer } from "node:net";
import { listen } from "./listen";

/** A line between two parties that remembers every byte. */
export interface Tap {
  readonly port: number;
  /** What came from behind it: from whoever it leads to. */
  answered(): Buffer;
  /** What went there. */
  asked(): Buffer;
  close(): void;
}

/** Listens on a port of its own, and leads to another port of this machine, which may be known later. */
export async function openTap(to: () => number): Promise<Tap> {
  const asked: Buffer[] = [];
  const answered: Buffer[] = [];
  const server = createServer((near) => {
    const far = connect(to(), "127.0.0.1");
    near.on("data", (chunk: Buffer) => asked.push(chunk));
    far.on("data", (chunk: Buffer) => answered.push(chunk));
    near.pipe(far).pipe(near);
    near.on("error", () => far.destroy());
    far.on("error", () => near.destroy());
  });
  return {
    port: await listen(server),
    asked: () => Buffer.concat(asked),
    answered: () => Buffer.concat(answered),
    close: () => void server.close(),
  };
}
