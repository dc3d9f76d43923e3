import {
  entryOf,
  fallSilent,
  haunt,
  hear,
  jumpTo,
  pause,
  positionAt,
  resume,
  seek,
  settle,
  skip,
  startPlayback,
} from "./playback";
import type { Hearing, Play, Playback, StartAt } from "./playback";
import type { PlaylistEntry, TrackEntry } from "./playlist/entry";

// Shorter ones are missing from Spotify's own history.
const countsAsPlayMs = 30_000;
const historyLength = 50;

/** Holds the playback of one account and remembers what was played. No timers: it catches up when asked. */
export function createPlayer(
  entries: readonly PlaylistEntry[],
  startAt: StartAt,
  now: () => number,
  isPrivate: () => boolean,
) {
  let current = startPlayback(entries, startAt, now());
  let history: readonly Play[] = seedHistory(entries, now() - (startAt.positionMs ?? 0));

  function remember(plays: readonly Play[]): void {
    if (isPrivate() || plays.length === 0) return;
    history = [...plays.toReversed(), ...history].slice(0, historyLength);
  }

  function catchUp(): Playback {
    const { playback, plays } = settle(current, now());
    current = playback;
    remember(plays);
    return playback;
  }

  function leaveEntry(): Playback {
    const playback = catchUp();
    const entry = entryOf(playback);
    if (entry.type === "track" && positionAt(playback, now()) >= countsAsPlayMs)
      remember([{ track: entry, endedAt: Math.round(now()) }]);
    return playback;
  }

  return {
    playback: catchUp,
    hear: (): Hearing => hear(catchUp(), now()),
    history(): readonly Play[] {
      catchUp();
      return history;
    },
    play: () => void (current = resume(catchUp(), now())),
    pause: () => void (current = pause(catchUp(), now())),
    silence: () => void (current = fallSilent(catchUp(), now())),
    seek: (positionMs: number) => void (current = seek(catchUp(), positionMs, now())),
    skip: (by: 1 | -1) => void (current = skip(leaveEntry(), by, now())),
    jump: (to: StartAt) => void (current = jumpTo(leaveEntry(), to, now())),
    haunt: (ghost: boolean) => void (current = haunt(catchUp(), ghost, now())),
    load(entries: readonly PlaylistEntry[], startAt: StartAt): void {
      const { ghost } = leaveEntry();
      current = { ...startPlayback(entries, startAt, now()), ghost };
    },
  };
}

export type Player = ReturnType<typeof createPlayer>;

/** An evening of listening before the emulator was started. */
function seedHistory(entries: readonly PlaylistEntry[], startedAt: number): Play[] {
  const tracks = entries.filter((entry): entry is TrackEntry => entry.type === "track");
  let endedAt = Math.round(startedAt) - 1_217;
  return tracks.toReversed().map((track) => {
    const play = { track, endedAt };
    endedAt -= track.durationMs + 1_843;
    return play;
  });
}
