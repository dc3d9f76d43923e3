import type { NowPlaying } from "@/lib/now-playing/wire";
import type { CardDrawing } from "@/lib/embeds/card";

export const NOW = Date.UTC(2026, 10, 20, 12);

export const WORDS = {
  playing: "Now playing",
  paused: "Paused",
  recent: "Last played",
  idle: "Nothing playing",
  plain: "Mara Lindqvist.",
  explicit: "Explicit",
  explicitMark: "E",
};

/** A drawing as it is usually asked for. */
export const DRAWING: CardDrawing = { words: WORDS, now: NOW, theme: "auto", width: 400 };

/** A song that plays, a quarter of the way through. */
export function playing(more: object = {}): NowPlaying {
  return {
    v: 1,
    state: "playing",
    kind: "track",
    title: "Notturno",
    artists: ["Clara Schumann"],
    album: "Soirées musicales",
    durationMs: 200_000,
    startedAt: NOW - 50_000,
    ...more,
  };
}
