import { createConnection } from "@/lib/connection/connection";
import type { Connection } from "@/lib/connection/connection";
import type { Seal } from "@/lib/connection/seal";
import { createMeter } from "@/lib/now-playing/meter";
import type { Meter } from "@/lib/now-playing/meter";
import { Secret } from "@/lib/secret";
import type { Store } from "@/lib/store/store";
import type { Ground } from "./ground";
import type { Stage, StagedProcess } from "./stage";
import type { StagedSpotify } from "./staged-spotify";

/** More calls than are ever made here: what is tried is that each is counted. */
const LIMIT = 1_000_000;

/** What an instance of the site is made of, so far as it keeps anything. */
export interface Instance {
  readonly process: StagedProcess;
  readonly connection: Connection;
  readonly meter: Meter;
  readonly store: Store;
  /** What it said that somebody should see to. */
  readonly said: readonly string[];
  /** Reads what is playing, as the source of the engine does. */
  read(): Promise<string>;
}

export interface Scene {
  readonly stage: Stage;
  readonly ground: Ground;
  readonly spotify: StagedSpotify;
  readonly seal: Seal;
}

/** Starts a process that runs the real connection, the real meter and a real store. */
export function startInstance({ stage, ground, spotify, seal }: Scene): Instance {
  const process = stage.start();
  const said: string[] = [];
  const note = (message: string): void => void said.push(message);
  const store = ground.openStore(process, note);
  const meter = createMeter({ store, limit: LIMIT, now: stage.now, onStoreFailure: sayFailure });
  const connection = createConnection({
    hosts: {
      accountsUrl: "https://accounts.example",
      apiUrl: "https://api.example",
      fetch: spotify.fetchFor(process),
      now: stage.now,
    },
    credentials: { clientId: "client", clientSecret: new Secret("secret") },
    environment: { refreshToken: new Secret(spotify.firstToken) },
    store,
    seal,
    now: stage.now,
    sleep: process.sleep,
    log: { info: () => undefined, warn: note, error: note },
  });

  function sayFailure(error: unknown): void {
    note(`The store failed: ${String(error)}`);
  }

  return {
    process,
    connection,
    meter,
    store,
    said,
    read: () =>
      connection.withAccessToken(async (token) => {
        await meter.permit();
        return spotify.use(process, token.reveal());
      }),
  };
}
