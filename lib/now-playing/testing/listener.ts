import type { Reading } from "@/lib/now-playing/model";
import { HOUR, MINUTE, SECOND, makeItem } from "./made";

/** Sessions of a day of eight hours of music, as hours from its start. */
const SESSIONS = [
  [1, 4],
  [5, 8],
  [12, 14],
] as const;
const DAY_HOURS = 24;

/** A stretch of time in which one song plays or is paused, or nothing is on. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly title: string | undefined;
  readonly isPlaying: boolean;
  /** Position at `from`, in ms. */
  readonly positionMs: number;
  readonly durationMs: number;
}

/** A moment at which a song gave way to something else. */
export interface Change {
  readonly at: number;
  readonly title: string;
  readonly isNatural: boolean;
}

/** Somebody who listens to songs of 2 to 5 minutes, skips one in six and pauses one in twenty. */
export interface Listener {
  readonly changes: readonly Change[];
  /** What Spotify would say, its position wrong by up to 300 ms. */
  hear(at: number): Reading;
}

export function makeListener(startedAt: number, days: number, random: () => number): Listener {
  const stretches: Stretch[] = [];
  const changes: Change[] = [];
  let songs = 0;
  let at = startedAt;

  function add(ms: number, song: Omit<Stretch, "from" | "to">): void {
    stretches.push({ ...song, from: at, to: at + ms });
    at += ms;
  }

  function beQuiet(until: number): void {
    add(until - at, { title: undefined, isPlaying: false, positionMs: 0, durationMs: 0 });
  }

  /** Answers when the song was over. */
  function playSong(): number {
    const title = `Song ${songs++}`;
    const durationMs = Math.round((2 + 3 * random()) * MINUTE);
    const isSkipped = random() < 1 / 6;
    const playedMs = isSkipped ? Math.round(durationMs * random()) : durationMs;
    const pausedAtMs = random() < 1 / 20 ? Math.round(playedMs * random()) : 0;
    const song = { title, durationMs };
    add(pausedAtMs, { ...song, isPlaying: true, positionMs: 0 });
    if (pausedAtMs > 0) {
      const pauseMs = Math.round(10 * MINUTE * random());
      add(pauseMs, { ...song, isPlaying: false, positionMs: pausedAtMs });
    }
    add(playedMs - pausedAtMs, { ...song, isPlaying: true, positionMs: pausedAtMs });
    changes.push({ at, title, isNatural: !isSkipped });
    return at;
  }

  for (let day = 0; day < days; day++) {
    const midnight = startedAt + day * DAY_HOURS * HOUR;
    for (const [from, to] of SESSIONS) {
      beQuiet(midnight + from * HOUR);
      let heardUntil = at;
      while (heardUntil < midnight + to * HOUR) heardUntil = playSong();
    }
  }
  beQuiet(startedAt + (days + 1) * DAY_HOURS * HOUR);

  let index = 0;
  return {
    changes,
    hear(receivedAt) {
      // Time only goes forward here.
      while (index < stretches.length - 1 && (stretches[index]?.to ?? Infinity) <= receivedAt)
        index++;
      const stretch = stretches[index];
      if (stretch?.title === undefined) return { receivedAt, playback: { type: "nothing" } };
      const { title, durationMs, isPlaying, positionMs, from } = stretch;
      const item = makeItem({ key: title, title, durationMs });
      const late = Math.round((random() - 0.5) * 0.6 * SECOND);
      const progressMs = isPlaying
        ? Math.max(1, positionMs + receivedAt - from + late)
        : positionMs;
      return { receivedAt, playback: { type: "item", item, isPlaying, progressMs } };
    },
  };
}
