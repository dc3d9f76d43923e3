import { asCount, asList, asRecord, asText } from "./lenient";
import { parseItem } from "./parse-item";
import type { HistoryEntry, Playback } from "./playback";

/**
 * What a body of `GET /me/player/currently-playing` says.
 *
 * `timestamp` is not read: it is the moment of the last change, not of the answer, and wrong at times
 * (https://github.com/spotify/web-api/issues/1073).
 */
export function parsePlayback(body: unknown): Playback {
  const raw = asRecord(body);
  if (raw.currently_playing_type === "ad") return { type: "ad" };
  const item = parseItem(raw.item);
  // `is_playing` with no item means stopped, or something that cannot be named.
  if (item === undefined) return { type: "nothing" };
  return {
    type: "item",
    item,
    isPlaying: raw.is_playing === true,
    progressMs: asCount(raw.progress_ms),
  };
}

/** The entries of `GET /me/player/recently-played`, newest first; what cannot be read is left out. */
export function parseHistory(body: unknown): HistoryEntry[] {
  return asList(asRecord(body).items)
    .flatMap((raw) => {
      const entry = asRecord(raw);
      const item = parseItem(entry.track);
      const playedAt = Date.parse(asText(entry.played_at) ?? "");
      return item === undefined || Number.isNaN(playedAt) ? [] : [{ item, playedAt }];
    })
    .toSorted((a, b) => b.playedAt - a.playedAt);
}
