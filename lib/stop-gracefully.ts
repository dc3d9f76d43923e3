import type { Server, ServerResponse } from "node:http";
import type { Log } from "@/lib/telling/events";
import { say } from "@/lib/telling/say";
import { onRequest as onAnyRequest } from "./on-request";

/** What is asked may be answered this long (ms) after the signal: a sign-in is, which asks Spotify twice. */
const ANSWER_MS = 6_000;

/** Longest life after the signal, in ms: Docker kills after ten seconds, and `npm start` does. */
const END_MS = 9_000;

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof SIGNALS;

/** As much of a request as has to be known of it. */
export interface Begun {
  readonly response: Pick<ServerResponse, "once">;
  readonly server: Pick<Server, "closeAllConnections">;
}

interface StopOptions {
  readonly log: Log;
  readonly onSignal?: (signal: Signal, listener: () => void) => unknown;
  readonly onRequest?: (listener: (begun: Begun) => void) => void;
  readonly exit?: (code: number) => void;
}

/**
 * Lets the process end in time. On SIGTERM and SIGINT Next takes no more connections, waits for those there
 * are, then for the work after their answers, and ends. But it waits for a connection that asks nothing for
 * minutes, and for a browser that may ask again for seconds (Next 16.4.5); killed then, the work after an
 * answer is lost, and with it a refresh token. So connections are cut once no request is under way, or after
 * 6 s; what is still not done after 9 s is given up.
 */
export function stopGracefully({
  log,
  onSignal = (signal, listener) => process.on(signal, listener),
  onRequest = onAnyRequest,
  exit = (code) => process.exit(code),
}: StopOptions): void {
  const servers = new Set<Begun["server"]>();
  let inFlight = 0;
  let isStopping = false;

  function cut(): void {
    for (const server of servers) server.closeAllConnections();
  }

  onRequest(({ response, server }) => {
    servers.add(server);
    inFlight += 1;
    response.once("close", () => {
      inFlight -= 1;
      if (isStopping && inFlight === 0) cut();
    });
  });

  function stop(signal: Signal): void {
    // Ctrl-C at a terminal comes twice: from the terminal, and from the process above.
    if (isStopping) return;
    isStopping = true;
    log.info(say`Stopping. Requests under way: ${inFlight}.`, "stopping", { signal, inFlight });
    if (inFlight === 0) cut();
    setTimeout(cut, ANSWER_MS).unref();
    setTimeout(() => {
      log.warn(
        say`Not everything was done within ${END_MS / 1_000} s; it is given up.`,
        "cut_short",
      );
      exit(SIGNALS[signal]);
    }, END_MS).unref();
  }

  onSignal("SIGINT", () => stop("SIGINT"));
  onSignal("SIGTERM", () => stop("SIGTERM"));
}
