import { setTimeout as sleep } from "node:timers/promises";

/** What people and machines ask for, the music most of all. */
const PATHS = [
  "/api/now-playing",
  "/api/now-playing?from=a-page",
  "/now-playing.svg",
  "/api/now-playing",
  "/embed",
  "/api/now-playing/badge",
  "/api/now-playing",
  "/api/recently-played",
  "/api/health",
  "/api/now-playing",
  "/",
  "/feed.xml",
];

const VISITORS = 8;

/** Each visitor waits so long between two requests, in ms. */
const PAUSE_MS = 250;

interface Visits {
  /** Waits until no request is under way, does the work, and lets visitors go on. */
  pause(work: () => Promise<void>): Promise<void>;
  /** Ends them. */
  stop(): Promise<{
    readonly requests: number;
    readonly statuses: Readonly<Record<string, number>>;
  }>;
}

/** Visitors who come and come, until they are stopped. A broken connection is status 0. */
export function keepVisiting(site: string): Visits {
  const statuses = new Map<string, number>();
  const leaving = new AbortController();
  let pause: Promise<void> | undefined;
  const underWay = new Set<Promise<void>>();

  async function ask(path: string): Promise<void> {
    const status = await fetch(`${site}${path}`).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
    statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
  }

  async function visit(first: number): Promise<void> {
    for (let turn = first; !leaving.signal.aborted; turn++) {
      await pause;
      const asked = ask(PATHS[turn % PATHS.length] ?? "/");
      underWay.add(asked);
      await asked;
      underWay.delete(asked);
      await sleep(PAUSE_MS);
    }
  }

  const visitors = Promise.all(Array.from({ length: VISITORS }, (_, index) => visit(index)));
  return {
    async pause(work) {
      pause = Promise.all(underWay).then(work);
      await pause;
    },
    async stop() {
      leaving.abort();
      await visitors;
      const requests = [...statuses.values()].reduce((sum, count) => sum + count, 0);
      return { requests, statuses: Object.fromEntries(statuses) };
    },
  };
}
