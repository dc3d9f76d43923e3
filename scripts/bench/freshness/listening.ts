import type { Kind } from "@/lib/now-playing/model";
import { DAY, HOUR, MINUTE } from "@/lib/now-playing/testing/made";
import { drawBetween, drawLogNormal, drawSkip } from "./draw";
import type { Habits } from "./habits";

const SHORTEST_SONG_MS = 1 * MINUTE;

/** No sitting begins right after another: some silence lies between them. */
const SILENCE_MS = 5 * MINUTE;

/** What can happen that a visitor would want to see. */
export type ChangeKind = "natural" | "skip" | "start" | "pause" | "resume";

interface Song {
  /** No two are called the same. */
  readonly title: string;
  readonly kind: Kind;
  readonly durationMs: number;
}

/** A stretch of time in which one song plays or stands paused, or nothing is on. */
export interface Stretch {
  /** Epoch ms; the next stretch begins where this one ends. */
  readonly from: number;
  readonly to: number;
  readonly song: Song | undefined;
  readonly isPlaying: boolean;
  /** Position at `from`, in ms. */
  readonly positionMs: number;
  /** How it came about; undefined where nobody would care to see it. */
  readonly change: ChangeKind | undefined;
}

/** Days of listening without a gap, each one different, from midnight at `from` (epoch ms). */
export function makeListening(
  habits: Habits,
  from: number,
  days: number,
  random: () => number,
): Stretch[] {
  const stretches: Stretch[] = [];
  let at = from;
  let songs = 0;
  let wasSkipped = false;

  function add(ms: number, stretch: Omit<Stretch, "from" | "to">): void {
    const to = at + Math.round(Math.max(1, ms));
    stretches.push({ ...stretch, from: at, to });
    at = to;
  }

  /** Plays one song, with all that happens to it; answers what comes about by its end. */
  function play(song: Song, change: ChangeKind, stopsAt: number): ChangeKind {
    const isSkipped = song.kind === "track" && random() < skipChance();
    const playedMs = isSkipped ? drawSkip(habits, song.durationMs, random) : song.durationMs;
    let positionMs = 0;
    let begunBy = change;
    if (!isSkipped && random() < habits.pauseChance) {
      positionMs = Math.round(playedMs * random());
      add(positionMs, { song, isPlaying: true, positionMs: 0, change });
      const pauseMs = drawLogNormal(habits.pauseMs, habits.pauseSpread, random);
      add(pauseMs, { song, isPlaying: false, positionMs, change: "pause" });
      begunBy = "resume";
    }
    const restMs = playedMs - positionMs;
    const isStopped = at + restMs > stopsAt && random() < habits.stopChance;
    const heardMs = isStopped ? restMs * random() : restMs;
    add(heardMs, { song, isPlaying: true, positionMs, change: begunBy });
    wasSkipped = isSkipped;
    if (!isStopped) return isSkipped ? "skip" : "natural";
    const stopped = { song, isPlaying: false, positionMs: positionMs + Math.round(heardMs) };
    add(habits.standsPausedMs, { ...stopped, change: "pause" });
    return "pause";
  }

  function skipChance(): number {
    return wasSkipped ? habits.skipAgainChance : habits.skipChance;
  }

  function makeSong(isFirst: boolean): Song {
    const title = `Song ${songs++}`;
    if (isFirst && random() < habits.episodeChance) {
      return { title, kind: "episode", durationMs: drawBetween(habits.episodeMs, random) };
    }
    if (random() < habits.longShare) {
      return { title, kind: "track", durationMs: drawBetween(habits.longMs, random) };
    }
    const durationMs = drawLogNormal(habits.songMs, habits.songSpread, random);
    return { title, kind: "track", durationMs: Math.max(SHORTEST_SONG_MS, durationMs) };
  }

  function listen(until: number): ChangeKind {
    const mayGoOn = (): boolean => at < until;
    let change: ChangeKind = "start";
    wasSkipped = false;
    while (mayGoOn()) change = play(makeSong(change === "start"), change, until);
    return change;
  }

  const nothing = { song: undefined, isPlaying: false, positionMs: 0 };
  let ending: ChangeKind = "pause";
  function beQuiet(until: number): void {
    // A pause that becomes silence is none of the changes that are looked for.
    add(until - at, { ...nothing, change: ending === "pause" ? undefined : ending });
  }

  for (let day = 0; day < days; day++) {
    for (const { startsAt, hours, chance } of habits.sessions) {
      if (random() >= chance) continue;
      const shift = (2 * random() - 1) * habits.startsWithinMs;
      const begin = Math.round(from + day * DAY + startsAt * HOUR + shift);
      const factor = 1 + (2 * random() - 1) * habits.lengthVariesBy;
      beQuiet(Math.max(begin, at + SILENCE_MS));
      ending = listen(at + hours * factor * HOUR);
    }
  }
  beQuiet(Math.max(at + SILENCE_MS, from + (days + 1) * DAY));
  return stretches;
}
