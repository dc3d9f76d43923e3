import type { NowPlaying } from "./wire";

/** A published state as it is told `delayMs` later: every moment in it moves along. */
export function postpone(published: NowPlaying, delayMs: number): NowPlaying {
  if (delayMs === 0 || published.state === "unavailable") return published;
  const late =
    published.asOf === undefined ? published : { ...published, asOf: published.asOf + delayMs };
  if (late.state === "playing") return { ...late, startedAt: late.startedAt + delayMs };
  if (late.state === "recent") return { ...late, playedAt: late.playedAt + delayMs };
  return late;
}
