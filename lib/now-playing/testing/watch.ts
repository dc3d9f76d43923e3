import { createEngine } from "@/lib/now-playing/engine";
import type { NowPlaying } from "@/lib/now-playing/wire";
import { createMemoryStore } from "@/lib/store/memory-store";
import type { Change, Listener } from "./listener";
import { DAY, makeSource } from "./made";

/** A song's end, when a viewer saw it, and whether the song had been seen and calls were left. */
export interface Sight extends Change {
  readonly lagMs: number;
  /** The viewer saw the song play until it ended. */
  readonly wasWatched: boolean;
  /** Calls that remained when it ended. */
  readonly remaining: number;
}

interface Watched {
  /** Epoch ms of every call to the source. */
  readonly calls: readonly number[];
  readonly sights: readonly Sight[];
}

interface Viewer {
  readonly listener: Listener;
  readonly dailyBudget: number;
  readonly from: number;
  readonly to: number;
  /** How long (ms) to wait until the next look. */
  readonly wait: (seen: NowPlaying, since: number, now: number) => number;
}

/** Lets one viewer look at the real engine, plan and budget, through days of a clock that is only a number. */
export async function watch({ listener, dailyBudget, from, to, wait }: Viewer): Promise<Watched> {
  let time = from;
  const now = (): number => time;
  const calls: number[] = [];
  const source = makeSource(() => {
    calls.push(time);
    return listener.hear(time);
  }, dailyBudget);
  const engine = createEngine({
    source,
    store: createMemoryStore({ now }),
    now,
    random: () => 0.5,
  });

  const sights: Sight[] = [];
  let next = 0;
  let playingTitle: string | undefined;
  let remaining = dailyBudget;
  let seen: NowPlaying | undefined;
  let since = from;
  while (time < to) {
    const { nowPlaying } = await engine.read();
    if (nowPlaying !== seen) since = time;
    seen = nowPlaying;
    const title = "title" in seen && seen.state !== "recent" ? seen.title : undefined;
    for (; isSeen(listener.changes[next], title, time); next++) {
      const change = listener.changes[next];
      if (!change) break;
      const wasWatched = playingTitle === change.title;
      sights.push({ ...change, lagMs: time - change.at, wasWatched, remaining });
    }
    if (seen.state === "paused" || seen.state === "playing") {
      playingTitle = seen.state === "playing" ? seen.title : undefined;
    }
    remaining = engine.status().allowance.remaining;
    time += wait(seen, since, time);
  }
  return { calls, sights };
}

/** A change is seen when the song that ended is not shown any more. */
function isSeen(change: Change | undefined, shown: string | undefined, now: number): boolean {
  return change !== undefined && change.at <= now && shown !== change.title;
}

/** The most calls in any 24 hours. */
export function busiestDay(calls: readonly number[]): number {
  let first = 0;
  let most = 0;
  calls.forEach((call, last) => {
    while ((calls[first] ?? call) <= call - DAY) first++;
    most = Math.max(most, last - first + 1);
  });
  return most;
}
