import { once } from "node:events";
import { connect } from "node:net";

/** Clients that have said something, and wait. */
export interface Held {
  /** How many the server has not given up. */
  open(): number;
  end(): void;
}

/** Opens a socket for each text, and says no more than that. */
export async function hold(url: string, texts: readonly string[]): Promise<Held> {
  const { hostname, port } = new URL(url);
  const sockets = await Promise.all(
    texts.map(async (text) => {
      const socket = connect(Number(port), hostname);
      socket.on("error", () => undefined);
      await once(socket, "connect");
      socket.write(text);
      socket.resume();
      return socket;
    }),
  );
  return {
    open: () => sockets.filter(({ closed }) => !closed).length,
    end: () => sockets.forEach((socket) => socket.destroy()),
  };
}
