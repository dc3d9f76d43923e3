import { connect } from "node:net";

/** What came back, and how it ended. */
export interface Answer {
  /** 0: none came. */
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** As it came over the line, a chunked body in its chunks. */
  readonly text: string;
}

const PATIENCE_MS = 10_000;

/** Writes bytes to a socket of its own, and reads until the other side has ended it, or 10 s have passed. */
export async function exchange(url: string, bytes: Buffer): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const chunks: Buffer[] = [];
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on("data", (chunk) => chunks.push(chunk));
    // What was refused in the middle of its body is reset after the answer.
    socket.on("error", () => undefined);
    socket.on("end", () => socket.destroy());
    socket.on("close", () => resolve());
  });
  return readAnswer(Buffer.concat(chunks).toString("latin1"));
}

function readAnswer(text: string): Answer {
  const final = text.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, "");
  const [head = ""] = final.split("\r\n\r\n", 1);
  const [line = "", ...lines] = head.split("\r\n");
  const headers = lines.map((header): [string, string] => {
    const colon = header.indexOf(":");
    return [header.slice(0, colon).toLowerCase(), header.slice(colon + 1).trim()];
  });
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(line)?.[1] ?? 0);
  return { status, headers: new Map(headers), text: final };
}
